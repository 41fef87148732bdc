-- Plans that a tenant keeps to begin others with.
create table plan_templates (
  id text primary key,
  tenant_id text not null references tenants (id),
  title text not null,
  content jsonb not null,
  created_by text not null references members (id),
  created_at timestamptz not null default now()
);
create index plan_templates_tenant on plan_templates (tenant_id, created_at desc);
alter table plan_templates enable row level security;
alter table plan_templates force row level security;
create policy tenant_wall on plan_templates for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
grant select, insert, update, delete on plan_templates to interloop_app;
