ALTER TABLE "invitations" ALTER COLUMN "invited_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "rounds" ADD COLUMN "short_notice_reason" text;--> statement-breakpoint
-- What is asked stays as it is once somebody has begun to answer: everybody answers the same questions. The row is held
-- while its questions change, so that a change and an opening wait for each other.
CREATE FUNCTION refuse_change_of_frozen_questions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE frozen timestamptz;
BEGIN
  FOR frozen IN SELECT q.frozen_at FROM questionnaires q WHERE q.id IN (
    CASE WHEN TG_OP <> 'INSERT' THEN OLD.questionnaire_id END, CASE WHEN TG_OP <> 'DELETE' THEN NEW.questionnaire_id END)
    FOR SHARE
  LOOP
    IF frozen IS NOT NULL THEN
      RAISE EXCEPTION 'the questions of an opened round do not change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  END LOOP;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_frozen_questionnaire() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.frozen_at IS NOT NULL AND (TG_OP = 'DELETE' OR (NEW.frozen_at, NEW.round_id) IS DISTINCT FROM (OLD.frozen_at, OLD.round_id))
  THEN
    RAISE EXCEPTION 'the questions of an opened round do not change' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
-- Whoever begins to answer a round that has opened sets its questions, whichever way the answer comes in.
CREATE FUNCTION freeze_questions_of_opened_round() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE questionnaires q SET frozen_at = greatest(r.opens_at, r.published_at) FROM rounds r
    WHERE r.id = NEW.round_id AND q.round_id = r.id AND q.frozen_at IS NULL
      AND r.published_at IS NOT NULL AND r.opens_at <= clock_timestamp();
  RETURN NEW;
END $$;
--> statement-breakpoint
UPDATE questionnaires q SET frozen_at = greatest(r.opens_at, r.published_at) FROM rounds r
  WHERE q.round_id = r.id AND q.frozen_at IS NULL AND r.published_at IS NOT NULL
    AND EXISTS (SELECT FROM inputs i WHERE i.round_id = r.id AND r.opens_at <= i.created_at);
--> statement-breakpoint
CREATE TRIGGER questions_frozen BEFORE INSERT OR UPDATE OR DELETE ON questions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_questions();
--> statement-breakpoint
CREATE TRIGGER questionnaires_frozen BEFORE UPDATE OR DELETE ON questionnaires
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_frozen_questionnaire();
--> statement-breakpoint
CREATE TRIGGER inputs_freeze_questions AFTER INSERT ON inputs
  FOR EACH ROW EXECUTE FUNCTION freeze_questions_of_opened_round();
