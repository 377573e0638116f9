CREATE TABLE "alignment_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"alignment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid,
	"to_id" uuid,
	CONSTRAINT "alignment_links_pair" UNIQUE NULLS NOT DISTINCT("alignment_id","from_id","to_id")
);
--> statement-breakpoint
CREATE TABLE "document_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"lang" text NOT NULL,
	"blocks" jsonb NOT NULL,
	"notes" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	"version_id" uuid,
	"discarded_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "expected_documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"title" jsonb NOT NULL,
	"present_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "measure_statuses" (
	"measure_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"status" text NOT NULL,
	"note" jsonb,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "measure_statuses_measure_id_year_pk" PRIMARY KEY("measure_id","year")
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text DEFAULT 'measure' NOT NULL,
	"code" text NOT NULL,
	"title" jsonb NOT NULL,
	"goal" jsonb,
	"owner" jsonb,
	"indicator" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"retired_at" timestamp with time zone,
	"retired_by" uuid,
	CONSTRAINT "measures_code" UNIQUE("document_id","code")
);
--> statement-breakpoint
CREATE TABLE "paragraph_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"paragraph_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "version_alignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"from_version_id" uuid NOT NULL,
	"to_version_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "version_alignments_pair" UNIQUE("from_version_id","to_version_id")
);
--> statement-breakpoint
CREATE TABLE "input_masks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"start_cp" integer NOT NULL,
	"end_cp" integer NOT NULL,
	"legal_basis" text NOT NULL,
	"reason" text NOT NULL,
	"masked_at" timestamp with time zone NOT NULL,
	"masked_by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "input_masks_range" CHECK ("input_masks"."start_cp" >= 0 and "input_masks"."end_cp" > "input_masks"."start_cp")
);
--> statement-breakpoint
CREATE TABLE "input_withholdings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"legal_basis" text NOT NULL,
	"reason" text NOT NULL,
	"withheld_at" timestamp with time zone NOT NULL,
	"withheld_by" uuid NOT NULL,
	"lifted_at" timestamp with time zone,
	"lifted_by" uuid
);
--> statement-breakpoint
CREATE TABLE "takedown_requests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"words" text NOT NULL,
	"reason" text NOT NULL,
	"email" text,
	"lang" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decision" text,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "meeting_documents" (
	"meeting_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	CONSTRAINT "meeting_documents_meeting_id_version_id_pk" PRIMARY KEY("meeting_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_inputs" (
	"meeting_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "meeting_inputs_meeting_id_input_id_pk" PRIMARY KEY("meeting_id","input_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"clock" text,
	"title" jsonb NOT NULL,
	"speaker" text,
	CONSTRAINT "meeting_items_position" UNIQUE("meeting_id","position")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid,
	"slug" text NOT NULL,
	"title" jsonb NOT NULL,
	"intro" jsonb NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" jsonb,
	"stream_url" text,
	"summary" jsonb,
	"summary_at" timestamp with time zone,
	"summary_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "meetings_slug" UNIQUE("strategy_id","slug")
);
--> statement-breakpoint
CREATE TABLE "register_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"data" jsonb NOT NULL,
	CONSTRAINT "register_revisions_number" UNIQUE("strategy_id","number")
);
--> statement-breakpoint
CREATE TABLE "strategy_addresses" (
	"slug" text PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"until" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "strategy_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"href" text,
	"related_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
CREATE TABLE "strategy_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"organisation" text,
	"role" text NOT NULL,
	"since" date,
	"until" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid
);
--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "note" jsonb;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adopted_on" date;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adopted_by" jsonb;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adopter_kind" text;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adoption_case" text;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "consulted_with" jsonb;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adopted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "adoption_recorded_by" uuid;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "content_hash" text;--> statement-breakpoint
ALTER TABLE "document_versions" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "kind" text DEFAULT 'draft' NOT NULL;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "subtitle" jsonb;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "owner" jsonb;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "contact" text;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "period_from" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "period_to" integer;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "supersedes_id" uuid;--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "created_by" uuid;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD COLUMN "updated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD COLUMN "updated_by" uuid;--> statement-breakpoint
ALTER TABLE "input_versions" ADD COLUMN "no_remarks" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "public_answers" ADD COLUMN "masks" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "opened_by" uuid;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "outcome" jsonb;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "outcome_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "outcome_by" uuid;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "kind" text DEFAULT 'strategy' NOT NULL;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "project_number" text;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "project_key" text;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "case_key" text;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "status" text DEFAULT 'ongoing' NOT NULL;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "mandate_from" date;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "mandate_to" date;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "appointed_on" date;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "goals" jsonb;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "goals_on" date;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "results" jsonb;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "results_on" date;--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "alignment_links" ADD CONSTRAINT "alignment_links_alignment_id_version_alignments_id_fk" FOREIGN KEY ("alignment_id") REFERENCES "public"."version_alignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alignment_links" ADD CONSTRAINT "alignment_links_from_id_paragraphs_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alignment_links" ADD CONSTRAINT "alignment_links_to_id_paragraphs_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_imports" ADD CONSTRAINT "document_imports_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_documents" ADD CONSTRAINT "expected_documents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_documents" ADD CONSTRAINT "expected_documents_present_id_documents_id_fk" FOREIGN KEY ("present_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_documents" ADD CONSTRAINT "expected_documents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_statuses" ADD CONSTRAINT "measure_statuses_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_statuses" ADD CONSTRAINT "measure_statuses_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measures" ADD CONSTRAINT "measures_retired_by_people_id_fk" FOREIGN KEY ("retired_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_notes" ADD CONSTRAINT "paragraph_notes_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_notes" ADD CONSTRAINT "paragraph_notes_paragraph_id_paragraphs_id_fk" FOREIGN KEY ("paragraph_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_notes" ADD CONSTRAINT "paragraph_notes_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraph_notes" ADD CONSTRAINT "paragraph_notes_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_alignments" ADD CONSTRAINT "version_alignments_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_alignments" ADD CONSTRAINT "version_alignments_from_version_id_document_versions_id_fk" FOREIGN KEY ("from_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_alignments" ADD CONSTRAINT "version_alignments_to_version_id_document_versions_id_fk" FOREIGN KEY ("to_version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_alignments" ADD CONSTRAINT "version_alignments_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_masks" ADD CONSTRAINT "input_masks_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_masks" ADD CONSTRAINT "input_masks_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_masks" ADD CONSTRAINT "input_masks_masked_by_people_id_fk" FOREIGN KEY ("masked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_masks" ADD CONSTRAINT "input_masks_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_withholdings" ADD CONSTRAINT "input_withholdings_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_withholdings" ADD CONSTRAINT "input_withholdings_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_withholdings" ADD CONSTRAINT "input_withholdings_withheld_by_people_id_fk" FOREIGN KEY ("withheld_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_withholdings" ADD CONSTRAINT "input_withholdings_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_requests" ADD CONSTRAINT "takedown_requests_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "takedown_requests" ADD CONSTRAINT "takedown_requests_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_documents" ADD CONSTRAINT "meeting_documents_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_inputs" ADD CONSTRAINT "meeting_inputs_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_inputs" ADD CONSTRAINT "meeting_inputs_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_items" ADD CONSTRAINT "meeting_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_summary_by_people_id_fk" FOREIGN KEY ("summary_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_revisions" ADD CONSTRAINT "register_revisions_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_revisions" ADD CONSTRAINT "register_revisions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_addresses" ADD CONSTRAINT "strategy_addresses_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_related_id_strategies_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_links" ADD CONSTRAINT "strategy_links_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_members" ADD CONSTRAINT "strategy_members_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategy_members" ADD CONSTRAINT "strategy_members_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alignment_links_from" ON "alignment_links" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "alignment_links_to" ON "alignment_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "document_imports_document" ON "document_imports" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "expected_documents_document" ON "expected_documents" USING btree ("document_id","position");--> statement-breakpoint
CREATE INDEX "paragraph_notes_version" ON "paragraph_notes" USING btree ("version_id","created_at");--> statement-breakpoint
CREATE INDEX "input_masks_version" ON "input_masks" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "input_withholdings_standing" ON "input_withholdings" USING btree ("version_id") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "input_withholdings_input" ON "input_withholdings" USING btree ("input_id");--> statement-breakpoint
CREATE INDEX "takedown_requests_strategy" ON "takedown_requests" USING btree ("strategy_id","decided_at","created_at");--> statement-breakpoint
CREATE INDEX "meetings_time" ON "meetings" USING btree ("strategy_id","starts_at");--> statement-breakpoint
CREATE INDEX "strategy_links_strategy" ON "strategy_links" USING btree ("strategy_id","position");--> statement-breakpoint
CREATE INDEX "strategy_members_strategy" ON "strategy_members" USING btree ("strategy_id","position");--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_adoption_recorded_by_people_id_fk" FOREIGN KEY ("adoption_recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_versions" ADD CONSTRAINT "document_versions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_parent_id_documents_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_supersedes_id_documents_id_fk" FOREIGN KEY ("supersedes_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_outcome_by_people_id_fk" FOREIGN KEY ("outcome_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_parent_id_strategies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_parent" ON "documents" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "strategies_case" ON "strategies" USING btree ("case_key");--> statement-breakpoint
CREATE INDEX "strategies_parent" ON "strategies" USING btree ("parent_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_supersedes_id_unique" UNIQUE("supersedes_id");--> statement-breakpoint
ALTER TABLE "strategies" ADD CONSTRAINT "strategies_project_key_unique" UNIQUE("project_key");