-- What a pipeline's row looks up by its interview, so that a page costs the same in a table of a million.
create index invitations_interview on invitations (interview_id, created_at desc);
create index candidate_requests_interview on candidate_requests (interview_id, created_at);
create index candidate_requests_open on candidate_requests (tenant_id, created_at) where answered_at is null;
