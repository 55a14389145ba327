// The addresses of this feature.
export const roomsRoutes = [] as const;
