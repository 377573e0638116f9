CREATE TABLE "registration_withdrawals" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"strategy_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" uuid NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "registration_withdrawals" ADD CONSTRAINT "registration_withdrawals_version_id_input_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."input_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_withdrawals" ADD CONSTRAINT "registration_withdrawals_input_id_inputs_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."inputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_withdrawals" ADD CONSTRAINT "registration_withdrawals_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER registration_withdrawals_append_only BEFORE UPDATE OR DELETE ON registration_withdrawals
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER registration_withdrawals_not_emptied BEFORE TRUNCATE ON registration_withdrawals
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- It changes what counts as a new version does, so it is noted as one, and whoever counts need not know of this table.
CREATE FUNCTION note_registration_taken_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (strategy_id, what) VALUES (NEW.strategy_id, 'input_versions') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER registration_withdrawals_noted AFTER INSERT ON registration_withdrawals
  FOR EACH ROW EXECUTE FUNCTION note_registration_taken_back();
