-- Tenant walls: row-level security on every table, forced, under a role that cannot bypass it.
-- A local setting reads back as '' after its transaction, hence the nullif.
create function app_setting(name text) returns text language sql stable as
  $$ select nullif(current_setting(name, true), '') $$;

grant usage on schema public to interloop_app;
grant select, insert, update, delete on all tables in schema public to interloop_app;

do $$
declare
  entry record;
  tenant_column text;
begin
  for entry in
    select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'interloop_migrations'
  loop
    tenant_column := case when entry.table_name = 'tenants' then 'id' else 'tenant_id' end;
    execute format('alter table %I enable row level security', entry.table_name);
    execute format('alter table %I force row level security', entry.table_name);
    execute format(
      'create policy tenant_wall on %I for all to interloop_app using (%I = app_setting(''app.tenant_id'')) with check (%I = app_setting(''app.tenant_id''))',
      entry.table_name, tenant_column, tenant_column);
    if entry.table_name <> 'tenants' then
      execute format('alter table %I add constraint %I foreign key (tenant_id) references tenants (id)',
        entry.table_name, entry.table_name || '_tenant');
    end if;
  end loop;
end $$;

-- Before a tenant is known, one row can be opened by what only its owner holds.
create policy by_digest on member_sessions for select to interloop_app using (digest = app_setting('app.digest'));
create policy by_digest on candidate_sessions for select to interloop_app using (digest = app_setting('app.digest'));
create policy by_digest on invitations for select to interloop_app using (digest = app_setting('app.digest'));
-- Sign-in begins with an address: which tenants of this region know it is told to nobody but its mailbox.
create policy by_email on members for select to interloop_app using (email = app_setting('app.email'));
-- The embedded mailbox of an installation without a mail provider.
create policy mailbox on mails for select to interloop_app using (app_setting('app.mailbox') = 'open');

-- What is written is never rewritten: audit entries, decisions, scorecards, overrides, consents and history.
revoke update, delete on audit_entries, decisions, scorecards, overrides, consents, interview_events from interloop_app;
create index audit_entries_tenant_at on audit_entries (tenant_id, at desc);
create index interviews_role_created on interviews (role_id, created_at desc, id desc);
create index overrides_interview on overrides (interview_id, created_at);
create index decisions_interview on decisions (interview_id, created_at);
create index candidate_requests_tenant on candidate_requests (tenant_id, created_at desc);
create index mails_sent on mails (sent_at desc);
