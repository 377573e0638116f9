-- What is kept as it was is not emptied either.
CREATE TRIGGER audit_events_not_emptied BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER input_versions_not_emptied BEFORE TRUNCATE ON input_versions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER answers_not_emptied BEFORE TRUNCATE ON answers
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER answer_history_not_emptied BEFORE TRUNCATE ON answer_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER sign_offs_not_emptied BEFORE TRUNCATE ON sign_offs
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER version_attachments_not_emptied BEFORE TRUNCATE ON version_attachments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER deadline_extensions_not_emptied BEFORE TRUNCATE ON deadline_extensions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER register_revisions_not_emptied BEFORE TRUNCATE ON register_revisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER theme_events_not_emptied BEFORE TRUNCATE ON theme_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
