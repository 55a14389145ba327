/** One message with everything, as the server renders it and the app completes it; Ana reads it. */
export const messageHtml = `<h1>The law rock</h1>
<h2>What we decided today</h2>
<p>We meet at <strong>Þingvellir</strong> on <em>Thursday</em>, <span class="mention" data-mention-kind="account" data-mention-id="b">@Ben</span> brings the <s>horses</s> bus; <span class="mention mention-mine" data-mention-kind="account" data-mention-id="a">@Ana Jónsdóttir</span> keeps the <code>agenda.md</code>, <span class="mention" data-mention-kind="room">@room</span> please read <a href="https://example.com/rules" rel="noopener noreferrer nofollow ugc" target="_blank">the rules</a>. The winner is <span class="spoiler">the north quarter</span>.</p>
<ol>
<li>Read the last session aloud</li>
<li>Hear the cases
<ul>
<li>of the east</li>
<li>of the west</li>
</ul>
</li>
</ol>
<ul>
<li class="task"><input type="checkbox" disabled="" checked="" aria-label="Done"> Book the valley</li>
<li class="task"><input type="checkbox" disabled="" aria-label="To do"> Invite the neighbours</li>
</ul>
<blockquote>
<p>With law shall our land be built.</p>
<blockquote>
<p>And not with lawlessness laid waste.</p>
</blockquote>
</blockquote>
<table>
<thead>
<tr>
<th class="align-left">Quarter</th>
<th class="align-right">Seats</th>
<th class="align-center">Speaks first</th>
</tr>
</thead>
<tbody>
<tr>
<td class="align-left">North</td>
<td class="align-right">12</td>
<td class="align-center">yes</td>
</tr>
<tr>
<td class="align-left">South</td>
<td class="align-right">9</td>
<td class="align-center">no</td>
</tr>
</tbody>
</table>
<pre tabindex="0"><code class="hljs language-ts"><span class="hljs-comment">// Who may speak next</span>
<span class="hljs-keyword">export</span> <span class="hljs-keyword">async</span> <span class="hljs-keyword">function</span> <span class="hljs-title function_">nextSpeaker</span>(<span class="hljs-params"><span class="hljs-attr">ring</span>: <span class="hljs-title class_">Ring</span>, <span class="hljs-attr">after</span>: <span class="hljs-built_in">number</span></span>): <span class="hljs-title class_">Promise</span>&lt;<span class="hljs-title class_">Person</span> | <span class="hljs-literal">undefined</span>&gt; {
  <span class="hljs-keyword">const</span> place = ring.<span class="hljs-property">places</span>.<span class="hljs-title function_">find</span>(<span class="hljs-function">(<span class="hljs-params">{ order }</span>) =&gt;</span> order &gt; after) ?? ring.<span class="hljs-property">places</span>[<span class="hljs-number">0</span>];
  <span class="hljs-keyword">return</span> place ? <span class="hljs-keyword">await</span> ring.<span class="hljs-title function_">call</span>(<span class="hljs-string">\`place <span class="hljs-subst">\${place.order}</span>\`</span>, { <span class="hljs-attr">wait</span>: <span class="hljs-number">2_000</span>, <span class="hljs-attr">quiet</span>: <span class="hljs-literal">true</span> }) : <span class="hljs-literal">undefined</span>;
}
</code></pre>
<pre tabindex="0"><code class="hljs language-diff"><span class="hljs-deletion">- const seats = 8;</span>
<span class="hljs-addition">+ const seats = 12;</span>
</code></pre>
<p>The sum of all votes is <span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><msubsup><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></msubsup><msub><mi>v</mi><mi>i</mi></msub><mo>≥</mo><mfrac><mi>n</mi><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">\\sum_{i=1}^{n} v_i \\ge \\frac{n}{2}</annotation></semantics></math></span>, and so</p>
<p><span class="katex"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><msubsup><mo>∫</mo><mn>0</mn><mi mathvariant="normal">∞</mi></msubsup><msup><mi>e</mi><mrow><mo>−</mo><msup><mi>x</mi><mn>2</mn></msup></mrow></msup><mtext> </mtext><mi>d</mi><mi>x</mi><mo>=</mo><mfrac><msqrt><mi>π</mi></msqrt><mn>2</mn></mfrac></mrow><annotation encoding="application/x-tex">\\int_0^\\infty e^{-x^2}\\,dx = \\frac{\\sqrt{\\pi}}{2}</annotation></semantics></math></span></p>
<hr>
<p>A last word.</p>`;
