/** Everything a candidate can do, for the one interview of their session. */
export const candidateRoutes = {};
