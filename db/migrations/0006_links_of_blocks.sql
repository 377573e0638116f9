ALTER TABLE "alignment_links" DROP CONSTRAINT "alignment_links_from_id_paragraphs_id_fk";
--> statement-breakpoint
ALTER TABLE "alignment_links" DROP CONSTRAINT "alignment_links_to_id_paragraphs_id_fk";
--> statement-breakpoint
ALTER TABLE "alignment_links" ADD CONSTRAINT "alignment_links_from_id_paragraphs_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."paragraphs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alignment_links" ADD CONSTRAINT "alignment_links_to_id_paragraphs_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."paragraphs"("id") ON DELETE cascade ON UPDATE no action;