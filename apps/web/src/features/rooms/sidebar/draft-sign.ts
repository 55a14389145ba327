type DraftSign = (roomId: string) => boolean;

let useSign: DraftSign = () => false;

/** The composer is of a later feature: while the app starts, it brings the hook that says where a draft waits. */
export function provideDraftSign(useHasDraft: DraftSign): void {
  useSign = useHasDraft;
}

export const useHasDraft: DraftSign = (roomId) => useSign(roomId);
