-- What stood was written in the language the secretariat writes first.
ALTER TABLE "rounds" ALTER COLUMN "short_notice_reason" SET DATA TYPE jsonb
  USING case when short_notice_reason is null then null else jsonb_build_object('nb', short_notice_reason) end;
