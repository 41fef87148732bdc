-- Counting what a tenant does in a day reads these.
create index invitations_tenant_created on invitations (tenant_id, created_at);
create index interviews_tenant_started on interviews (tenant_id, started_at);
create index recording_parts_tenant_created on recording_parts (tenant_id, created_at);
create index recordings_tenant_sealed on recordings (tenant_id, sealed_at);

-- The same reading by the same actor within one minute is one entry with a count; nothing else of an entry ever changes.
alter table audit_entries add column count int not null default 1, add column once text unique;
grant update (count) on audit_entries to interloop_app;
