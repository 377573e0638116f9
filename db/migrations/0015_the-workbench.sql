CREATE TABLE "passage_marks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"text" text,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "passage_marks_kind" CHECK ("passage_marks"."kind" in ('note', 'flag', 'evidence'))
);
--> statement-breakpoint
CREATE TABLE "readings" (
	"strategy_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "readings_answer_id_person_id_pk" PRIMARY KEY("answer_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "tagging_job_passages" (
	"job_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"done_at" timestamp with time zone,
	CONSTRAINT "tagging_job_passages_job_id_passage_id_pk" PRIMARY KEY("job_id","passage_id")
);
--> statement-breakpoint
CREATE TABLE "tagging_jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"position" text,
	"search" jsonb NOT NULL,
	"total" integer NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"finished_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	"problem" text
);
--> statement-breakpoint
CREATE TABLE "theme_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"other_theme_id" uuid,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme_examples" (
	"strategy_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"passage_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "theme_examples_theme_id_passage_id_pk" PRIMARY KEY("theme_id","passage_id")
);
--> statement-breakpoint
CREATE TABLE "theme_rechecks" (
	"strategy_id" uuid NOT NULL,
	"theme_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "theme_rechecks_theme_id_version_id_pk" PRIMARY KEY("theme_id","version_id")
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"theme_id" uuid,
	"question_id" uuid,
	"organisation_id" uuid,
	"share_number" integer,
	"share_of" integer,
	"due_on" text,
	"note" text,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	CONSTRAINT "assignments_kind" CHECK ("assignments"."kind" in ('round', 'theme', 'question', 'organisation', 'share')),
	CONSTRAINT "assignments_share" CHECK ("assignments"."share_number" between 1 and "assignments"."share_of" and "assignments"."share_of" between 2 and 100),
	CONSTRAINT "assignments_due" CHECK ("assignments"."due_on" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "digest_choices" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"wanted" boolean NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"person_id" uuid NOT NULL,
	"day" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_person_id_day_pk" PRIMARY KEY("person_id","day")
);
--> statement-breakpoint
CREATE TABLE "input_imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"type" text NOT NULL,
	"columns" jsonb NOT NULL,
	"row_count" integer NOT NULL,
	"mapping" jsonb,
	"problems" jsonb,
	"problem_count" integer DEFAULT 0 NOT NULL,
	"uploaded_at" timestamp with time zone NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"asked_at" timestamp with time zone,
	"asked_by" uuid,
	"done_rows" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "saved_searches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_id" uuid NOT NULL,
	"strategy_id" uuid,
	"shared" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"form" integer NOT NULL,
	"search" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "saved_searches_shared" CHECK (not "saved_searches"."shared" or "saved_searches"."strategy_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "taggings" ALTER COLUMN "theme_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "origin" text DEFAULT 'cut' NOT NULL;--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "made_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "made_by" uuid;--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "superseded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "superseded_by" uuid;--> statement-breakpoint
ALTER TABLE "taggings" ADD COLUMN "paragraph_id" uuid;--> statement-breakpoint
ALTER TABLE "taggings" ADD COLUMN "position" text;--> statement-breakpoint
ALTER TABLE "taggings" ADD COLUMN "job_id" uuid;--> statement-breakpoint
ALTER TABLE "taggings" ADD COLUMN "follows_id" uuid;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "assignee_id" uuid;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "standard_answer" jsonb;--> statement-breakpoint
ALTER TABLE "themes" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "input_versions" ADD COLUMN "channel" text;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "contact" jsonb;--> statement-breakpoint
ALTER TABLE "passage_marks" ADD CONSTRAINT "passage_marks_passage_id_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_marks" ADD CONSTRAINT "passage_marks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_marks" ADD CONSTRAINT "passage_marks_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_answer_id_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "readings" ADD CONSTRAINT "readings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_job_passages" ADD CONSTRAINT "tagging_job_passages_job_id_tagging_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."tagging_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_job_passages" ADD CONSTRAINT "tagging_job_passages_passage_id_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_jobs" ADD CONSTRAINT "tagging_jobs_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_jobs" ADD CONSTRAINT "tagging_jobs_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_jobs" ADD CONSTRAINT "tagging_jobs_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tagging_jobs" ADD CONSTRAINT "tagging_jobs_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_events" ADD CONSTRAINT "theme_events_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_events" ADD CONSTRAINT "theme_events_other_theme_id_themes_id_fk" FOREIGN KEY ("other_theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_events" ADD CONSTRAINT "theme_events_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_examples" ADD CONSTRAINT "theme_examples_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_examples" ADD CONSTRAINT "theme_examples_passage_id_passages_id_fk" FOREIGN KEY ("passage_id") REFERENCES "public"."passages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_examples" ADD CONSTRAINT "theme_examples_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_rechecks" ADD CONSTRAINT "theme_rechecks_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_rechecks" ADD CONSTRAINT "theme_rechecks_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme_rechecks" ADD CONSTRAINT "theme_rechecks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_choices" ADD CONSTRAINT "digest_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_imports" ADD CONSTRAINT "input_imports_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_imports" ADD CONSTRAINT "input_imports_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input_imports" ADD CONSTRAINT "input_imports_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_strategy_id_strategies_id_fk" FOREIGN KEY ("strategy_id") REFERENCES "public"."strategies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_searches" ADD CONSTRAINT "saved_searches_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passage_marks_passage" ON "passage_marks" USING btree ("passage_id");--> statement-breakpoint
CREATE UNIQUE INDEX "passage_marks_once" ON "passage_marks" USING btree ("passage_id","kind") WHERE removed_at is null and kind <> 'note';--> statement-breakpoint
CREATE INDEX "readings_version" ON "readings" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "readings_person" ON "readings" USING btree ("person_id","strategy_id");--> statement-breakpoint
CREATE INDEX "tagging_job_passages_left" ON "tagging_job_passages" USING btree ("job_id") WHERE done_at is null;--> statement-breakpoint
CREATE INDEX "tagging_jobs_strategy" ON "tagging_jobs" USING btree ("strategy_id","asked_at");--> statement-breakpoint
CREATE INDEX "theme_events_theme" ON "theme_events" USING btree ("theme_id","at");--> statement-breakpoint
CREATE INDEX "assignments_person" ON "assignments" USING btree ("person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "assignments_round" ON "assignments" USING btree ("round_id");--> statement-breakpoint
CREATE INDEX "input_imports_round" ON "input_imports" USING btree ("round_id","uploaded_at");--> statement-breakpoint
CREATE INDEX "saved_searches_owner" ON "saved_searches" USING btree ("owner_id") WHERE removed_at is null;--> statement-breakpoint
CREATE INDEX "saved_searches_strategy" ON "saved_searches" USING btree ("strategy_id") WHERE removed_at is null and shared;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_superseded_by_people_id_fk" FOREIGN KEY ("superseded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_paragraph_id_paragraphs_id_fk" FOREIGN KEY ("paragraph_id") REFERENCES "public"."paragraphs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_job_id_tagging_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."tagging_jobs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_follows_id_taggings_id_fk" FOREIGN KEY ("follows_id") REFERENCES "public"."taggings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_parent_id_themes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "themes" ADD CONSTRAINT "themes_merged_into_themes_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "taggings_paragraph_once" ON "taggings" USING btree ("passage_id","paragraph_id") WHERE removed_at is null and paragraph_id is not null;--> statement-breakpoint
CREATE INDEX "taggings_job" ON "taggings" USING btree ("job_id") WHERE job_id is not null;--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_of_one" CHECK (num_nonnulls("taggings"."theme_id", "taggings"."paragraph_id") = 1);--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_position" CHECK ("taggings"."position" in ('supports', 'supports-with-remarks', 'against', 'neutral', 'unclear'));--> statement-breakpoint
ALTER TABLE "taggings" ADD CONSTRAINT "taggings_paragraph_position" CHECK ("taggings"."paragraph_id" is null or "taggings"."position" is not null);--> statement-breakpoint
ALTER TABLE "input_versions" ADD CONSTRAINT "input_versions_channel" CHECK ("input_versions"."channel" in ('e-mail', 'letter', 'oral', 'file'));