/** Under which it is remembered how long a conversation is kept. */
export const keepingKey = (roomId: string) => ["chats.get_keeping", roomId];
