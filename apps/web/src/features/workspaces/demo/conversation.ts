// What the demo workspace says: a small harbour and its people. Times are minutes before now.
export type DemoMessage = { by: string; ago: number; body: string; replies?: readonly DemoMessage[] };
export type DemoRoom = {
  name: string;
  topic: string;
  guidelines?: string;
  messages: readonly DemoMessage[];
};

const day = 24 * 60;

export const demoRooms: readonly DemoRoom[] = [
  {
    name: "harbour",
    topic: "What comes in, what goes out, and the weather between",
    guidelines: "Movements first, jokes second. Questions go into a thread, so that the log stays readable.",
    messages: [
      {
        by: "Tomasz Nowak",
        ago: 2 * day + 300,
        body: "Handing over. Quiet night, two yachts in after midnight. Names are in the log.",
      },
      { by: "Kofi Mensah", ago: 2 * day + 296, body: "Taking over. Coffee is on. ☕" },
      {
        by: "Kofi Mensah",
        ago: 2 * day + 280,
        body: "Wind south-west 7, gusting 9 by noon. I would rather not move anything big after **eleven**.",
        replies: [
          {
            by: "Amara Okafor",
            ago: 2 * day + 270,
            body: "Then the Baltic Wren comes in at nine, if the tug is free.",
          },
          { by: "Sione Tupou", ago: 2 * day + 268, body: "It is. I board her at 08:20 off the outer buoy." },
          { by: "Ingrid Solberg", ago: 2 * day + 260, body: "Thank you both. That is how I like a storm." },
        ],
      },
      {
        by: "Mateo Álvarez",
        ago: 2 * day + 20,
        body: "Both big cranes are pinned, and the small one is sulking inside.",
      },
      { by: "Ingrid Solberg", ago: day + 420, body: "Good morning. Movements are open again. Slowest first, please." },
      {
        by: "Amara Okafor",
        ago: day + 400,
        body: "This week's berths:\n\n| Berth | Ship | Until |\n| --- | --- | --- |\n| 3 | Aurora Minor | Thursday |\n| 4 | Baltic Wren | Tuesday |\n| 6 | *free* | |",
      },
      {
        by: "Elif Demir",
        ago: 190,
        body: "The open day needs three people for the lighthouse tour. Who likes stairs?",
        replies: [
          { by: "Mei-Ling Chen", ago: 185, body: "Me! I have counted them: 211." },
          { by: "Sione Tupou", ago: 180, body: "If I may stay at the bottom and sell tickets, count me in." },
        ],
      },
      { by: "Kofi Mensah", ago: 25, body: "Aurora Minor is at the outer buoy, alongside at 3 in forty minutes." },
    ],
  },
  {
    name: "systems",
    topic: "Radar, radios, and the till in the kiosk",
    messages: [
      {
        by: "Jonas Weber",
        ago: day + 90,
        body: 'The tide service moved. The new way to ask it:\n\n```ts\nconst tide = await fetch(`https://tides.example/v2/nordhaven?day=today`);\nif (!tide.ok) throw new Error("No tide today");\n```',
      },
      {
        by: "Yuki Tanaka",
        ago: day + 80,
        body: "Thank you! While you are there: it still says ~~feet~~, we want metres.",
      },
      {
        by: "Jonas Weber",
        ago: day + 70,
        body: "- [x] new address\n- [x] metres\n- [ ] an alarm when it is silent for an hour",
      },
      {
        by: "Priya Raman",
        ago: 70,
        body: "The kiosk's till is slow since this morning. Is it only mine?",
        replies: [{ by: "Jonas Weber", ago: 62, body: "It was the update. Back to normal now, sorry!" }],
      },
    ],
  },
  {
    name: "kitchen",
    topic: "Lunch, cake, and whose turn it is",
    messages: [
      { by: "Leila Haddad", ago: 260, body: "There is lentil soup for ten, and we are eight." },
      { by: "Mateo Álvarez", ago: 255, body: "We are nine, if I come twice. 🥣" },
      { by: "Priya Raman", ago: 40, body: "Cake at three, by the printer that *works*." },
    ],
  },
];
