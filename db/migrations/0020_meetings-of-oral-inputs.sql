ALTER TABLE "input_versions" ADD COLUMN "meeting_id" uuid;--> statement-breakpoint
ALTER TABLE "input_versions" ADD COLUMN "speaker" text;--> statement-breakpoint
ALTER TABLE "input_imports" ADD COLUMN "sample" jsonb;--> statement-breakpoint
ALTER TABLE "input_imports" ADD COLUMN "registered" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "input_imports" ADD COLUMN "skipped" integer DEFAULT 0 NOT NULL;