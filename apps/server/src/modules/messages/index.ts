import { defineModule } from "../../kernel/module.ts";

export const messagesModule = defineModule({ name: "messages" });
