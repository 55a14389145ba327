import { z } from "zod";
import { defineId } from "../kit/id.ts";
import { limits } from "../kit/limit.ts";
import { defineRoute } from "../kit/route.ts";
import { line } from "../kit/text.ts";
import { WorkspaceId, WorkspaceView } from "../workspaces/roles.ts";
import { CategoryNotFound } from "./room.ts";

export const CategoryId = defineId("CategoryId");
export type CategoryId = z.output<typeof CategoryId>;

/** A heading in the sidebar: one's own, or the workspace's, which all see. */
export const Category = z
  .object({
    id: CategoryId,
    workspaceId: WorkspaceId,
    name: z.string(),
    position: z.int(),
    shared: z.boolean(),
    collapsed: z.boolean(),
  })
  .meta({ id: "Category" });
export type Category = z.output<typeof Category>;

export const listCategories = defineRoute("rooms.list_categories", {
  http: "GET /workspaces/:workspaceId/categories",
  summary: "The sidebar's categories: yours and the workspace's",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId }),
  output: z.array(Category),
  limit: limits.read,
});

export const createCategory = defineRoute("rooms.create_category", {
  http: "POST /workspaces/:workspaceId/categories",
  summary: "Make a category; a shared one needs the permission `workspace.update`",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    name: line(60),
    shared: z.boolean().default(false),
    position: z.int().min(0).max(10_000).default(0),
  }),
  output: Category,
  status: 201,
  limit: limits.create,
  idempotent: true,
  example: { name: "Projects" },
});

export const updateCategory = defineRoute("rooms.update_category", {
  http: "PATCH /workspaces/:workspaceId/categories/:categoryId",
  summary: "Rename, move or fold a category",
  permission: WorkspaceView,
  input: z.strictObject({
    workspaceId: WorkspaceId,
    categoryId: CategoryId,
    name: line(60).optional(),
    position: z.int().min(0).max(10_000).optional(),
    collapsed: z.boolean().optional(),
  }),
  output: Category,
  errors: [CategoryNotFound],
  limit: limits.write,
});

export const deleteCategory = defineRoute("rooms.delete_category", {
  http: "DELETE /workspaces/:workspaceId/categories/:categoryId",
  summary: "Delete a category; its rooms stay",
  permission: WorkspaceView,
  input: z.strictObject({ workspaceId: WorkspaceId, categoryId: CategoryId }),
  output: z.null(),
  errors: [CategoryNotFound],
  limit: limits.write,
});
