/** The visitor's area: its pages by path. */

export function App() {
  return <main id="main" />;
}
