-- What was said on the way to an answer, and what was granted, is kept as it was.
CREATE TRIGGER answer_history_append_only BEFORE UPDATE OR DELETE ON answer_history
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER sign_offs_append_only BEFORE UPDATE OR DELETE ON sign_offs
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER version_attachments_append_only BEFORE UPDATE OR DELETE ON version_attachments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER deadline_extensions_append_only BEFORE UPDATE OR DELETE ON deadline_extensions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- The key that addresses of files are signed with: two version-4 UUIDs hold 244 bits of chance.
INSERT INTO installation_secrets (name, value)
  VALUES ('file-addresses', encode(sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 'hex'));
