/** A language's texts by namespace, ready to be put together (`build/ready-texts.ts`). */
declare module "virtual:texts/*" {
  export const texts: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
