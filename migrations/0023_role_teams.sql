-- A role may be for its own team only. Who may not see it meets a wall of the database, on every route alike: the
-- request's transaction carries the roles that are hidden from its member, and their rows are not there.
alter table roles add column team_only boolean not null default false;

create table role_members (
  tenant_id text not null references tenants (id),
  role_id text not null references roles (id),
  member_id text not null references members (id),
  created_at timestamptz not null default now(),
  primary key (role_id, member_id)
);
create index role_members_member on role_members (member_id);
alter table role_members enable row level security;
alter table role_members force row level security;
create policy tenant_wall on role_members for all to interloop_app
  using (tenant_id = app_setting('app.tenant_id')) with check (tenant_id = app_setting('app.tenant_id'));
grant select, insert, update, delete on role_members to interloop_app;

create function hidden_roles() returns text[] language sql stable as
  $$ select coalesce(string_to_array(app_setting('app.hidden_roles'), ','), '{}') $$;

create policy role_team on roles as restrictive for all to interloop_app
  using (id <> all ((select hidden_roles())::text[])) with check (id <> all ((select hidden_roles())::text[]));

do $$
declare
  entry record;
begin
  for entry in
    select table_name, bool_or(column_name = 'role_id') as by_role from information_schema.columns
    where table_schema = 'public' and column_name in ('role_id', 'interview_id') and table_name <> 'demographics'
    group by table_name
  loop
    if entry.by_role then
      execute format('create policy role_team on %I as restrictive for all to interloop_app
        using (role_id <> all ((select hidden_roles())::text[])) with check (role_id <> all ((select hidden_roles())::text[]))',
        entry.table_name);
    else
      execute format('create policy role_team on %I as restrictive for all to interloop_app
        using ((select cardinality(hidden_roles())) = 0 or interview_id in (select id from interviews))
        with check ((select cardinality(hidden_roles())) = 0 or interview_id in (select id from interviews))',
        entry.table_name);
    end if;
  end loop;
end $$;
