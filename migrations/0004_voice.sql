-- Where a tenant lets words and sound be processed, and what it lets a month cost (null: no cap).
alter table tenants
  add column processing text not null default 'anywhere',
  add column spend_cap_micros bigint,
  add constraint tenants_processing check (processing in ('region', 'anywhere')),
  add constraint tenants_spend_cap check (spend_cap_micros is null or spend_cap_micros >= 0);

-- What an interview has cost, in millionths of a dollar: one row for each part of the work.
create table interview_spend (
  interview_id text not null,
  part text not null,
  tenant_id text not null references tenants (id),
  micros bigint not null,
  detail jsonb not null,
  updated_at timestamp with time zone not null default now(),
  primary key (interview_id, part),
  constraint interview_spend_micros check (micros >= 0)
);
create index interview_spend_month on interview_spend (tenant_id, updated_at);

grant select, insert, update, delete on interview_spend to interloop_app;
alter table interview_spend enable row level security;
alter table interview_spend force row level security;
create policy tenant_wall on interview_spend for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
