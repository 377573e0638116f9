ALTER TABLE "changes" DROP CONSTRAINT "changes_kind";--> statement-breakpoint
ALTER TABLE "changes" ADD COLUMN "version_id" uuid;--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_version_id_document_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."document_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "changes_version" ON "changes" USING btree ("version_id");--> statement-breakpoint
ALTER TABLE "changes" ADD CONSTRAINT "changes_kind" CHECK ("changes"."removed_at" is not null or case "changes"."kind"
        when 'changed' then num_nonnulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2
        when 'moved' then num_nonnulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2
        when 'added' then "changes"."from_paragraph_id" is null and "changes"."to_paragraph_id" is not null
        when 'removed' then "changes"."from_paragraph_id" is not null and "changes"."to_paragraph_id" is null and "changes"."version_id" is not null
        when 'none' then num_nulls("changes"."from_paragraph_id", "changes"."to_paragraph_id") = 2 and "changes"."note" is not null
        else false end);