CREATE TABLE "finding_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"table" text NOT NULL,
	"row" text NOT NULL,
	"column" text NOT NULL,
	"of_row" text NOT NULL,
	"of_column" text NOT NULL,
	"seen_count" integer NOT NULL,
	"seen_of" integer NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"seen_by" uuid NOT NULL,
	"frozen_count" integer,
	"frozen_of" integer,
	"frozen_rule" jsonb,
	"frozen_senders" jsonb,
	"frozen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	CONSTRAINT "finding_counts_number" UNIQUE("finding_id","number"),
	CONSTRAINT "finding_counts_frozen" CHECK (num_nonnulls("finding_counts"."frozen_count", "finding_counts"."frozen_of", "finding_counts"."frozen_rule", "finding_counts"."frozen_senders", "finding_counts"."frozen_at") in (0, 5))
);
--> statement-breakpoint
CREATE TABLE "finding_versions" (
	"finding_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"strategy_id" uuid NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "finding_versions_finding_id_revision_pk" PRIMARY KEY("finding_id","revision")
);
--> statement-breakpoint
CREATE TABLE "carried_forward" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"theme_id" uuid,
	"question_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	CONSTRAINT "carried_forward_once" UNIQUE("finding_id","round_id"),
	CONSTRAINT "carried_forward_as_one" CHECK (num_nonnulls("carried_forward"."theme_id", "carried_forward"."question_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_paragraph_id" uuid,
	"to_paragraph_id" uuid,
	"note" jsonb,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"removed_at" timestamp with time zone,
	"removed_by" uuid,
	CONSTRAINT "changes_kind" CHECK (case "changes"."kind"
        when 'changed' then num_nonnulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2
        when 'moved' then num_nonnulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2
        when 'added' then "changes"."from_paragraph_id" is null and "changes"."to_paragraph_id" is not null
        when 'removed' then "changes"."from_paragraph_id" is not null and "changes"."to_paragraph_id" is null
        when 'none' then num_nulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2 and "changes"."note" is not null
        else false end)
);
--> statement-breakpoint
CREATE TABLE "feedback_letters" (
	"round_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "feedback_letters_round_id_input_id_pk" PRIMARY KEY("round_id","input_id")
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"format" text NOT NULL,
	"lang" text NOT NULL,
	"scope" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid NOT NULL,
	"steps" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"finished_at" timestamp with time zone,
	"sha256" text,
	"size" integer,
	"problem" text,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	CONSTRAINT "reports_format" CHECK ("reports"."format" in ('docx', 'pdf')),
	CONSTRAINT "reports_scope" CHECK ("reports"."scope" in ('published', 'draft')),
	CONSTRAINT "reports_public" CHECK ("reports"."published_at" is null or ("reports"."sha256" is not null and "reports"."scope" = 'published'))
);
--> statement-breakpoint
CREATE TABLE "response_versions" (
	"response_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"strategy_id" uuid NOT NULL,
	"disposition" text NOT NULL,
	"reason" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	CONSTRAINT "response_versions_response_id_revision_pk" PRIMARY KEY("response_id","revision")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"finding_id" uuid NOT NULL,
	"citation_id" uuid,
	"disposition" text NOT NULL,
	"reason" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid,
	"approved_at" timestamp with time zone,
	"approved_by" uuid,
	"approved_revision" integer,
	"published_at" timestamp with time zone,
	"published_by" uuid,
	"published_revision" integer,
	CONSTRAINT "responses_citation" UNIQUE("citation_id"),
	CONSTRAINT "responses_strategy" UNIQUE("id","strategy_id"),
	CONSTRAINT "responses_disposition" CHECK ("responses"."disposition" in ('followed', 'partly', 'not-followed', 'outside-mandate', 'carried-forward')),
	CONSTRAINT "responses_published" CHECK (("responses"."published_at" is null) = ("responses"."published_revision" is null)),
	CONSTRAINT "responses_approved" CHECK (("responses"."approved_at" is null) = ("responses"."approved_revision" is null))
);
--> statement-breakpoint
CREATE TABLE "round_feedback" (
	"round_id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"words" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "mode" text DEFAULT 'quote' NOT NULL;
--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "number" integer;
--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "source_hash" text;
--> statement-breakpoint
ALTER TABLE "citations" ADD COLUMN "published_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "question_id" uuid;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "last_number" integer DEFAULT 0 NOT NULL;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "approved_at" timestamp with time zone;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "approved_by" uuid;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "approved_revision" integer;
--> statement-breakpoint
ALTER TABLE "findings" ADD COLUMN "published_revision" integer;
--> statement-breakpoint
ALTER TABLE "strategies" ADD COLUMN "quantity_bands" jsonb;
--> statement-breakpoint
-- What was cited before had no number: it gets its place in the finding's list.
UPDATE citations c SET number = n.number FROM (
  SELECT id, row_number() OVER (PARTITION BY finding_id ORDER BY position, id) AS number FROM citations) n
WHERE n.id = c.id;
--> statement-breakpoint
ALTER TABLE "citations" ALTER COLUMN "number" SET NOT NULL;
--> statement-breakpoint
UPDATE findings f SET last_number = coalesce((SELECT max(number) FROM citations c WHERE c.finding_id = f.id), 0),
  published_revision = CASE WHEN published_at IS NOT NULL THEN revision END;
--> statement-breakpoint
UPDATE citations c SET published_at = f.published_at FROM findings f WHERE f.id = c.finding_id;
--> statement-breakpoint
-- Of what was written before only the last is known.
INSERT INTO finding_versions (finding_id, revision, strategy_id, title, text, at, by)
SELECT id, revision, strategy_id, title, text, updated_at, updated_by FROM findings;
--> statement-breakpoint
ALTER TABLE "paragraphs" ADD CONSTRAINT "paragraphs_strategy" UNIQUE("id","strategy_id");
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_number" UNIQUE("finding_id","number");
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_finding" UNIQUE("id","finding_id");
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_strategy" UNIQUE("id","strategy_id");
--> statement-breakpoint
ALTER TABLE "finding_counts" ADD CONSTRAINT "finding_counts_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finding_counts" ADD CONSTRAINT "finding_counts_seen_by_people_id_fk" FOREIGN KEY ("seen_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finding_counts" ADD CONSTRAINT "finding_counts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_finding_id_findings_id_fk" FOREIGN KEY ("finding_id") REFERENCES "public"."findings"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carried_forward" ADD CONSTRAINT "carried_forward_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carried_forward" ADD CONSTRAINT "carried_forward_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carried_forward" ADD CONSTRAINT "carried_forward_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carried_forward" ADD CONSTRAINT "carried_forward_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "carried_forward" ADD CONSTRAINT "carried_forward_finding" FOREIGN KEY ("finding_id","strategy_id") REFERENCES "public"."findings"("id","strategy_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_removed_by_people_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_of_response" FOREIGN KEY ("response_id","strategy_id") REFERENCES "public"."responses"("id","strategy_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_before" FOREIGN KEY ("from_paragraph_id","strategy_id") REFERENCES "public"."paragraphs"("id","strategy_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_after" FOREIGN KEY ("to_paragraph_id","strategy_id") REFERENCES "public"."paragraphs"("id","strategy_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_letters" ADD CONSTRAINT "feedback_letters_round_id_round_feedback_round_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."round_feedback"("round_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "feedback_letters" ADD CONSTRAINT "feedback_letters_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "response_versions" ADD CONSTRAINT "response_versions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_updated_by_people_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_of_finding" FOREIGN KEY ("finding_id","strategy_id") REFERENCES "public"."findings"("id","strategy_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_of_citation" FOREIGN KEY ("citation_id","finding_id") REFERENCES "public"."citations"("id","finding_id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "round_feedback" ADD CONSTRAINT "round_feedback_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "round_feedback" ADD CONSTRAINT "round_feedback_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "carried_forward_round" ON "carried_forward" USING btree ("round_id");
--> statement-breakpoint
CREATE INDEX "carried_forward_question" ON "carried_forward" USING btree ("question_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "changes_once" ON "changes" USING btree ("response_id","from_paragraph_id","to_paragraph_id") WHERE removed_at is null;
--> statement-breakpoint
CREATE INDEX "changes_from" ON "changes" USING btree ("from_paragraph_id");
--> statement-breakpoint
CREATE INDEX "changes_to" ON "changes" USING btree ("to_paragraph_id");
--> statement-breakpoint
CREATE INDEX "reports_round" ON "reports" USING btree ("round_id","asked_at");
--> statement-breakpoint
CREATE UNIQUE INDEX "responses_finding" ON "responses" USING btree ("finding_id") WHERE citation_id is null;
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_approved_by_people_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "citations_answer" ON "citations" USING btree ("answer_id");
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_mode" CHECK ("citations"."mode" in ('quote', 'paraphrase'));
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_of_one" CHECK (num_nonnulls("findings"."theme_id", "findings"."question_id") <= 1);
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_published" CHECK (("findings"."published_at" is null) = ("findings"."published_revision" is null));
--> statement-breakpoint
ALTER TABLE "findings" ADD CONSTRAINT "findings_approved" CHECK (("findings"."approved_at" is null) = ("findings"."approved_revision" is null));
--> statement-breakpoint
CREATE TRIGGER finding_versions_append_only BEFORE UPDATE OR DELETE ON finding_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER finding_versions_not_emptied BEFORE TRUNCATE ON finding_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER response_versions_append_only BEFORE UPDATE OR DELETE ON response_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER response_versions_not_emptied BEFORE TRUNCATE ON response_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
