-- The text of a version is written until it is published; a version stays as it is once it is adopted.
CREATE FUNCTION refuse_change_of_published_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM document_versions v WHERE v.published_at IS NOT NULL AND v.id IN (
    CASE WHEN TG_OP <> 'INSERT' THEN OLD.version_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.version_id END))
  THEN
    RAISE EXCEPTION 'the text of a published version does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER paragraphs_frozen BEFORE INSERT OR UPDATE OR DELETE ON paragraphs
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_text();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.adopted_at IS NOT NULL THEN
    RAISE EXCEPTION 'an adopted version does not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF OLD.published_at IS NOT NULL AND (TG_OP = 'DELETE' OR (NEW.published_at, NEW.published_by, NEW.document_id, NEW.number)
    IS DISTINCT FROM (OLD.published_at, OLD.published_by, OLD.document_id, OLD.number))
  THEN
    RAISE EXCEPTION 'a published version stays published' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER document_versions_frozen BEFORE UPDATE OR DELETE ON document_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_version();
--> statement-breakpoint
CREATE TRIGGER register_revisions_append_only BEFORE UPDATE OR DELETE ON register_revisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
UPDATE strategies SET case_key = upper(regexp_replace(case_number, '[^[:alnum:]]', '', 'g')) WHERE case_number IS NOT NULL;
--> statement-breakpoint
UPDATE phases SET opened_at = starts_on::timestamp AT TIME ZONE 'Europe/Oslo' WHERE starts_on <= current_date;
