CREATE TABLE "round_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"round_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid,
	"reason" jsonb,
	"data" jsonb NOT NULL,
	CONSTRAINT "round_revisions_number" UNIQUE("round_id","number")
);
--> statement-breakpoint
ALTER TABLE "round_revisions" ADD CONSTRAINT "round_revisions_round_id_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."rounds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "round_revisions" ADD CONSTRAINT "round_revisions_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER round_revisions_append_only BEFORE UPDATE OR DELETE ON round_revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER round_revisions_not_emptied BEFORE TRUNCATE ON round_revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
