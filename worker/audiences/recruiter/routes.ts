/** Everything a member of a tenant can do. */
export const recruiterRoutes = {};
