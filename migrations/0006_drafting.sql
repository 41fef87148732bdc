-- What drafting plans has cost, in millionths of a dollar: a row for each draft.
create table plan_spend (
  id text primary key,
  tenant_id text not null references tenants (id),
  role_id text not null,
  micros bigint not null,
  detail jsonb not null,
  at timestamp with time zone not null default now(),
  constraint plan_spend_micros check (micros >= 0)
);
create index plan_spend_month on plan_spend (tenant_id, at);

grant select, insert on plan_spend to interloop_app;
alter table plan_spend enable row level security;
alter table plan_spend force row level security;
create policy tenant_wall on plan_spend for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
