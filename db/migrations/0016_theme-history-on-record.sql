-- What happened to the codebook is kept as it was.
CREATE TRIGGER theme_events_append_only BEFORE UPDATE OR DELETE ON theme_events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
