-- The schema of a region. The same for every region; worker/domain/tables.ts is its other side.
do $$ begin
  create role interloop_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin
  execute format('grant interloop_app to %I', current_user);
exception when others then null;
end $$;

CREATE TABLE "audit_entries" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "actor_kind" text NOT NULL,
  "actor_id" text NOT NULL,
  "action" text NOT NULL,
  "object" text NOT NULL,
  "detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "candidate_requests" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "candidate_id" text NOT NULL,
  "kind" text NOT NULL,
  "text" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "answer" text,
  "answered_by" text,
  "answered_at" timestamp with time zone
);

CREATE TABLE "candidate_sessions" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "candidate_id" text NOT NULL,
  "digest" text NOT NULL,
  "device" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "revoked_at" timestamp with time zone,
  CONSTRAINT "candidate_sessions_digest_unique" UNIQUE("digest")
);

CREATE TABLE "candidates" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "role_id" text NOT NULL,
  "name" text NOT NULL,
  "email" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "consents" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "candidate_id" text NOT NULL,
  "purpose" text NOT NULL,
  "given" boolean NOT NULL,
  "text_version" text NOT NULL,
  "language" text NOT NULL,
  "device" text NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "decisions" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "kind" text NOT NULL,
  "reason" text NOT NULL,
  "member_id" text NOT NULL,
  "opened_for_ms" integer NOT NULL,
  "quotes_played" integer NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "drafts" (
  "interview_id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "text" text DEFAULT '' NOT NULL,
  "segments" jsonb DEFAULT '[]'::jsonb NOT NULL,
  "updated_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "interview_events" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "kind" text NOT NULL,
  "detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
  "at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "interviews" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "role_id" text NOT NULL,
  "plan_id" text NOT NULL,
  "candidate_id" text NOT NULL,
  "state" text DEFAULT 'invited' NOT NULL,
  "end_reason" text,
  "question_number" integer DEFAULT 0 NOT NULL,
  "question_count" integer DEFAULT 0 NOT NULL,
  "headline" text DEFAULT '' NOT NULL,
  "started_at" timestamp with time zone,
  "ended_at" timestamp with time zone,
  "decision_due_at" timestamp with time zone,
  "rating" integer,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "invitations" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "candidate_id" text NOT NULL,
  "digest" text NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "opened_at" timestamp with time zone,
  "used_at" timestamp with time zone,
  "revoked_at" timestamp with time zone,
  "created_by" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "invitations_digest_unique" UNIQUE("digest")
);

CREATE TABLE "mails" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "recipient" text NOT NULL,
  "subject" text NOT NULL,
  "body" text NOT NULL,
  "purpose" text NOT NULL,
  "idempotency_key" text NOT NULL,
  "sent_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "member_sessions" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "member_id" text NOT NULL,
  "digest" text NOT NULL,
  "device" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "seen_at" timestamp with time zone DEFAULT now() NOT NULL,
  "expires_at" timestamp with time zone NOT NULL,
  "revoked_at" timestamp with time zone,
  CONSTRAINT "member_sessions_digest_unique" UNIQUE("digest")
);

CREATE TABLE "members" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "email" text NOT NULL,
  "name" text NOT NULL,
  "role" text NOT NULL,
  "disabled_at" timestamp with time zone,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "overrides" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "criterion_id" text NOT NULL,
  "level" integer,
  "reason" text NOT NULL,
  "member_id" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "plans" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "role_id" text NOT NULL,
  "version" integer NOT NULL,
  "content" jsonb NOT NULL,
  "revision" integer DEFAULT 1 NOT NULL,
  "made_by" text NOT NULL,
  "created_by" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "updated_at" timestamp with time zone DEFAULT now() NOT NULL,
  "published_at" timestamp with time zone,
  "published_by" text
);

CREATE TABLE "recording_parts" (
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "segment" text NOT NULL,
  "part" integer NOT NULL,
  "start_ms" integer NOT NULL,
  "duration_ms" integer NOT NULL,
  "hash" text NOT NULL,
  "size" integer NOT NULL,
  "file_key" text NOT NULL,
  "peaks" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT "recording_parts_interview_id_segment_part_pk" PRIMARY KEY("interview_id","segment","part")
);

CREATE TABLE "recordings" (
  "interview_id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "file_key" text NOT NULL,
  "hash" text NOT NULL,
  "size" bigint NOT NULL,
  "duration_ms" integer NOT NULL,
  "init_bytes" integer NOT NULL,
  "fragments" jsonb NOT NULL,
  "peaks" text NOT NULL,
  "missing_parts" integer DEFAULT 0 NOT NULL,
  "sealed_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "roles" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "title" text NOT NULL,
  "location" text DEFAULT '' NOT NULL,
  "description" text DEFAULT '' NOT NULL,
  "decision_days" integer DEFAULT 5 NOT NULL,
  "created_by" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL,
  "archived_at" timestamp with time zone
);

CREATE TABLE "scorecards" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "plan_id" text NOT NULL,
  "maker" text NOT NULL,
  "scorer" text NOT NULL,
  "run" integer DEFAULT 1 NOT NULL,
  "content" jsonb NOT NULL,
  "member_id" text,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "session_keys" (
  "interview_id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "key" text NOT NULL
);

CREATE TABLE "tenants" (
  "id" text PRIMARY KEY NOT NULL,
  "name" text NOT NULL,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE "turns" (
  "id" text PRIMARY KEY NOT NULL,
  "tenant_id" text NOT NULL,
  "interview_id" text NOT NULL,
  "position" integer NOT NULL,
  "speaker" text NOT NULL,
  "kind" text NOT NULL,
  "question_id" text,
  "text" text NOT NULL,
  "corrected_text" text,
  "via" text,
  "start_ms" integer NOT NULL,
  "end_ms" integer NOT NULL,
  "segments" jsonb,
  "created_at" timestamp with time zone DEFAULT now() NOT NULL
);

CREATE INDEX "audit_entries_object" ON "audit_entries" USING btree ("tenant_id","object","at");
CREATE UNIQUE INDEX "candidates_role_email" ON "candidates" USING btree ("role_id","email");
CREATE INDEX "interview_events_by_interview" ON "interview_events" USING btree ("interview_id","at");
CREATE INDEX "interviews_role_state" ON "interviews" USING btree ("role_id","state");
CREATE INDEX "interviews_tenant_state" ON "interviews" USING btree ("tenant_id","state");
CREATE UNIQUE INDEX "mails_once" ON "mails" USING btree ("tenant_id","idempotency_key");
CREATE UNIQUE INDEX "members_tenant_email" ON "members" USING btree ("tenant_id","email");
CREATE UNIQUE INDEX "plans_role_version" ON "plans" USING btree ("role_id","version");
CREATE UNIQUE INDEX "scorecards_once" ON "scorecards" USING btree ("interview_id","plan_id","scorer","run");
CREATE UNIQUE INDEX "turns_interview_position" ON "turns" USING btree ("interview_id","position");