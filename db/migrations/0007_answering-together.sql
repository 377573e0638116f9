CREATE TABLE "answer_history" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"question_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb,
	"choice" text,
	"data" jsonb,
	"importance" integer,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "answer_history_revision" UNIQUE("input_id","question_id","revision")
);
--> statement-breakpoint
CREATE TABLE "draft_comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"document_version_id" uuid NOT NULL,
	"paragraph_id" uuid NOT NULL,
	"anchor" jsonb,
	"stance" text NOT NULL,
	"proposal" text DEFAULT '' NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"body" jsonb,
	"canonical_text" text,
	"digest" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_by" uuid,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "sign_offs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"draft_revision" integer NOT NULL,
	"comment" text,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "writers_present" (
	"input_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"question_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "writers_present_input_id_person_id_pk" PRIMARY KEY("input_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"question_id" uuid,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	"read_at" timestamp with time zone,
	"text" text,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "version_attachments" (
	"strategy_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	CONSTRAINT "version_attachments_version_id_attachment_id_pk" PRIMARY KEY("version_id","attachment_id")
);
--> statement-breakpoint
CREATE TABLE "installation_secrets" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "membership_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"roles" text[] NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "membership_invitations_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "membership_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"roles" text[]
);
--> statement-breakpoint
CREATE TABLE "organisation_successions" (
	"predecessor_id" uuid NOT NULL,
	"successor_id" uuid NOT NULL,
	"on" date NOT NULL,
	CONSTRAINT "organisation_successions_predecessor_id_successor_id_pk" PRIMARY KEY("predecessor_id","successor_id")
);
--> statement-breakpoint
CREATE TABLE "deadline_extensions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"until" timestamp with time zone,
	"reason" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "passages" ALTER COLUMN "question_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_links" ALTER COLUMN "person_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "answers" ALTER COLUMN "question_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD COLUMN "name" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "paragraph_id" uuid;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "attachment_id" uuid;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "anchor" jsonb;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "data" jsonb;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "importance" integer;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "data" jsonb;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "importance" integer;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "canonical_text" text;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "digest" text;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "answered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "input_versions" ADD COLUMN "naming" text;--> statement-breakpoint
ALTER TABLE "input_versions" ADD COLUMN "handling" jsonb;--> statement-breakpoint
ALTER TABLE "inputs" ADD COLUMN "draft_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "inputs" ADD COLUMN "naming" text;--> statement-breakpoint
ALTER TABLE "public_answers" ADD COLUMN "data" jsonb;--> statement-breakpoint
ALTER TABLE "public_answers" ADD COLUMN "importance" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "official_name" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "names" jsonb;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_from" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "valid_to" date;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "listed" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "approval_required" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "settings" jsonb;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "asked_of" text[];--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "questions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "naming" text DEFAULT 'may-hide' NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "allows_corrections" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "allows_withdrawal" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "group_deadlines" jsonb;--> statement-breakpoint
ALTER TABLE "answer_history" ADD CONSTRAINT "answer_history_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_history" ADD CONSTRAINT "answer_history_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_history" ADD CONSTRAINT "answer_history_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_document_version_id_document_versions_id_fk" FOREIGN KEY ("document_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_paragraph_id_paragraphs_id_fk" FOREIGN KEY ("paragraph_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_comments" ADD CONSTRAINT "draft_comments_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_offs" ADD CONSTRAINT "sign_offs_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writers_present" ADD CONSTRAINT "writers_present_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writers_present" ADD CONSTRAINT "writers_present_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "writers_present" ADD CONSTRAINT "writers_present_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_attachments" ADD CONSTRAINT "version_attachments_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_attachments" ADD CONSTRAINT "version_attachments_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_invitations" ADD CONSTRAINT "membership_invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_invitations" ADD CONSTRAINT "membership_invitations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_invitations" ADD CONSTRAINT "membership_invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_invitations" ADD CONSTRAINT "membership_invitations_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership_requests" ADD CONSTRAINT "membership_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD CONSTRAINT "organisation_successions_predecessor_id_organisations_id_fk" FOREIGN KEY ("predecessor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_successions" ADD CONSTRAINT "organisation_successions_successor_id_organisations_id_fk" FOREIGN KEY ("successor_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_extensions" ADD CONSTRAINT "deadline_extensions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_comments_input" ON "draft_comments" USING btree ("input_id");--> statement-breakpoint
CREATE INDEX "sign_offs_input" ON "sign_offs" USING btree ("input_id","at");--> statement-breakpoint
CREATE INDEX "attachments_input" ON "attachments" USING btree ("input_id");--> statement-breakpoint
CREATE INDEX "attachments_file" ON "attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "membership_invitations_organisation" ON "membership_invitations" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "membership_requests_organisation" ON "membership_requests" USING btree ("organisation_id","decided_at");--> statement-breakpoint
CREATE INDEX "organisation_successions_successor" ON "organisation_successions" USING btree ("successor_id");--> statement-breakpoint
CREATE INDEX "deadline_extensions_round" ON "deadline_extensions" USING btree ("round_id","at");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_paragraph_id_paragraphs_id_fk" FOREIGN KEY ("paragraph_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attachment_id_attachments_id_fk" FOREIGN KEY ("attachment_id") REFERENCES "public"."attachments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_copied_from_id_questions_id_fk" FOREIGN KEY ("copied_from_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_links_newcomer" ON "sign_in_links" USING btree (lower("email"),"created_at");--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_attachment" UNIQUE("version_id","attachment_id");--> statement-breakpoint
ALTER TABLE "sign_in_links" ADD CONSTRAINT "sign_in_links_for_one" CHECK (num_nonnulls("sign_in_links"."person_id", "sign_in_links"."email") = 1);--> statement-breakpoint
ALTER TABLE "answers" ADD CONSTRAINT "answers_to_one" CHECK (num_nonnulls("answers"."question_id", "answers"."paragraph_id", "answers"."attachment_id") = 1);