-- More of what changed is noted: whatever a page that anyone may read shows, so that none is kept longer than it is true.
-- What only its writers see notes nothing: a text, a finding or an answer that is being written is saved all the time.
DO $$
DECLARE noted text;
BEGIN
  FOREACH noted IN ARRAY array['strategy_links', 'strategy_members', 'organisers', 'phases', 'register_revisions', 'round_revisions',
    'questionnaires', 'documents', 'expected_documents', 'version_alignments', 'measures', 'changes', 'carried_forward',
    'public_answers', 'registration_withdrawals']
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
CREATE FUNCTION note_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (strategy_id, what) VALUES (OLD.strategy_id, TG_TABLE_NAME) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Rows that everybody reads once they are published, frozen or finished, and nobody before.
DO $$
DECLARE noted record;
BEGIN
  FOR noted IN SELECT * FROM (VALUES
    ('document_versions', 'published_at'), ('meetings', 'published_at'), ('citations', 'published_at'),
    ('finding_counts', 'frozen_at'), ('reports', 'published_at')) t (name, since)
  LOOP
    EXECUTE format('CREATE TRIGGER %1$s_added_noted AFTER INSERT ON %1$I FOR EACH ROW
      WHEN (new.%2$I IS NOT NULL) EXECUTE FUNCTION note_change()', noted.name, noted.since);
    EXECUTE format('CREATE TRIGGER %1$s_changed_noted AFTER UPDATE ON %1$I FOR EACH ROW
      WHEN (old.%2$I IS NOT NULL OR new.%2$I IS NOT NULL) EXECUTE FUNCTION note_change()', noted.name, noted.since);
    EXECUTE format('CREATE TRIGGER %1$s_removed_noted AFTER DELETE ON %1$I FOR EACH ROW
      WHEN (old.%2$I IS NOT NULL) EXECUTE FUNCTION note_removal()', noted.name, noted.since);
  END LOOP;
END $$;
--> statement-breakpoint
-- Of these a reader sees the version that was published, whatever is written since.
CREATE TRIGGER findings_added_noted AFTER INSERT ON findings FOR EACH ROW
  WHEN (new.published_at IS NOT NULL) EXECUTE FUNCTION note_change();
--> statement-breakpoint
CREATE TRIGGER findings_changed_noted AFTER UPDATE ON findings FOR EACH ROW
  WHEN ((old.published_at IS NOT NULL OR new.published_at IS NOT NULL) AND
    (old.published_at, old.published_revision, old.published_bands, old.position, old.slug, old.theme_id, old.question_id)
    IS DISTINCT FROM
    (new.published_at, new.published_revision, new.published_bands, new.position, new.slug, new.theme_id, new.question_id))
  EXECUTE FUNCTION note_change();
--> statement-breakpoint
CREATE TRIGGER findings_removed_noted AFTER DELETE ON findings FOR EACH ROW
  WHEN (old.published_at IS NOT NULL) EXECUTE FUNCTION note_removal();
--> statement-breakpoint
CREATE TRIGGER responses_added_noted AFTER INSERT ON responses FOR EACH ROW
  WHEN (new.published_at IS NOT NULL) EXECUTE FUNCTION note_change();
--> statement-breakpoint
CREATE TRIGGER responses_changed_noted AFTER UPDATE ON responses FOR EACH ROW
  WHEN ((old.published_at, old.published_revision) IS DISTINCT FROM (new.published_at, new.published_revision))
  EXECUTE FUNCTION note_change();
--> statement-breakpoint
CREATE TRIGGER responses_removed_noted AFTER DELETE ON responses FOR EACH ROW
  WHEN (old.published_at IS NOT NULL) EXECUTE FUNCTION note_removal();
--> statement-breakpoint
CREATE FUNCTION note_measure_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO noted_changes (strategy_id, what)
    SELECT m.strategy_id, TG_TABLE_NAME FROM measures m WHERE m.id = coalesce(NEW.measure_id, OLD.measure_id)
    ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER measure_statuses_noted AFTER INSERT OR UPDATE OR DELETE ON measure_statuses
  FOR EACH ROW EXECUTE FUNCTION note_measure_status();
--> statement-breakpoint
-- Other strategies' pages lead to a strategy by its address, and name it: what changes of it concerns them all.
CREATE TRIGGER strategies_shown_noted AFTER UPDATE ON strategies FOR EACH ROW
  WHEN ((old.published_at IS NOT NULL OR new.published_at IS NOT NULL) AND old.* IS DISTINCT FROM new.*)
  EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER strategies_added_noted AFTER INSERT ON strategies FOR EACH ROW
  WHEN (new.published_at IS NOT NULL) EXECUTE FUNCTION note_change_for_all();
--> statement-breakpoint
CREATE TRIGGER organisations_named_noted AFTER UPDATE OF slug, official_name, names, municipality_number, inhabitants
  ON organisations FOR EACH ROW
  WHEN ((old.slug, old.official_name, old.names, old.municipality_number, old.inhabitants)
    IS DISTINCT FROM (new.slug, new.official_name, new.names, new.municipality_number, new.inhabitants))
  EXECUTE FUNCTION note_change_for_all();
