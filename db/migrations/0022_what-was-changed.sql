CREATE TABLE "noted_changes" (
	"strategy_id" uuid,
	"what" text NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "noted_changes_once" UNIQUE NULLS NOT DISTINCT("strategy_id","what","xid")
);
--> statement-breakpoint
CREATE INDEX "noted_changes_xid" ON "noted_changes" USING btree ("xid");--> statement-breakpoint
-- Each once for a transaction, however many statements it has: the same rows are not looked through again.
CREATE FUNCTION note_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (strategy_id, what) SELECT DISTINCT strategy_id, TG_TABLE_NAME FROM changed ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- The same of one row, for tables of which only some changes tell.
CREATE FUNCTION note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (strategy_id, what) VALUES (NEW.strategy_id, TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Of what belongs to no strategy.
CREATE FUNCTION note_change_for_all() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (what) VALUES (TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE noted text;
BEGIN
  FOREACH noted IN ARRAY array['passages', 'taggings', 'themes', 'theme_rechecks', 'passage_marks', 'questions', 'invitations',
    'readings', 'assignments', 'strategy_staff', 'input_publications', 'input_masks', 'input_withholdings',
    'takedown_requests', 'rounds']
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_added_noted AFTER INSERT ON %1$I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_changes()', noted);
    EXECUTE format('CREATE TRIGGER %1$s_changed_noted AFTER UPDATE ON %1$I REFERENCING NEW TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_changes()', noted);
    EXECUTE format('CREATE TRIGGER %1$s_removed_noted AFTER DELETE ON %1$I REFERENCING OLD TABLE AS changed
      FOR EACH STATEMENT EXECUTE FUNCTION note_changes()', noted);
  END LOOP;
END $$;
--> statement-breakpoint
-- Versions are only added, and one at a time: everybody submits in the last hour.
CREATE TRIGGER input_versions_added_noted AFTER INSERT ON input_versions FOR EACH ROW EXECUTE FUNCTION note_change();
--> statement-breakpoint
-- An input is changed at every save of its draft, which nobody counts; without a version it is in no number either.
CREATE TRIGGER inputs_changed_noted AFTER UPDATE OF withdrawn_at ON inputs FOR EACH ROW
  WHEN (old.withdrawn_at IS DISTINCT FROM new.withdrawn_at) EXECUTE FUNCTION note_change();
--> statement-breakpoint
CREATE TRIGGER organisations_added_noted AFTER INSERT ON organisations FOR EACH ROW
  WHEN (new.listed) EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER organisations_changed_noted AFTER UPDATE OF name, kind, county_number, listed, valid_from, valid_to ON organisations
  FOR EACH ROW WHEN ((old.name, old.kind, old.county_number, old.listed, old.valid_from, old.valid_to)
    IS DISTINCT FROM (new.name, new.kind, new.county_number, new.listed, new.valid_from, new.valid_to))
  EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER organisations_removed_noted AFTER DELETE ON organisations FOR EACH ROW EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER counties_noted AFTER INSERT OR UPDATE OR DELETE ON counties
  FOR EACH STATEMENT EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER people_changed_noted AFTER UPDATE OF name ON people FOR EACH ROW
  WHEN (old.name IS DISTINCT FROM new.name) EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER strategies_changed_noted AFTER UPDATE OF title ON strategies FOR EACH ROW
  WHEN (old.title IS DISTINCT FROM new.title) EXECUTE FUNCTION note_change_for_all();
