/** Pages of one thing, as plain links. */
interface Props {
  label: string;
  tabs: readonly { href: string; label: string; count?: string; current: boolean }[];
}

export function Tabs({ label, tabs }: Props) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
          {tab.count === undefined ? null : <b>{tab.count}</b>}
        </a>
      ))}
    </nav>
  );
}
