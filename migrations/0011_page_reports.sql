-- What browsers report of our pages' policy, counted by day: no person, no tenant, no address.
create table page_report_counts (
  day date not null,
  directive text not null,
  blocked text not null,
  count integer not null,
  primary key (day, directive, blocked)
);

grant select, insert, update on page_report_counts to interloop_app;
alter table page_report_counts enable row level security;
alter table page_report_counts force row level security;
create policy installation on page_report_counts for all to interloop_app
  using (app_setting('app.installation') = 'open') with check (app_setting('app.installation') = 'open');

-- Which migrations ran is nobody's business inside a request. Whoever migrates owns the table and goes on reading it.
alter table interloop_migrations enable row level security;
revoke all on interloop_migrations from interloop_app, public;
