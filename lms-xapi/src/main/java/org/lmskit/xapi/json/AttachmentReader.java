package org.lmskit.xapi.json;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import tools.jackson.core.JsonToken;

/** Reads what statements say of attachments; null means that a problem was reported. */
final class AttachmentReader {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern MEDIA_TYPE = Pattern.compile(
      "%1$s/%1$s(?:[ \\t]*+;[ \\t]*+(?:%1$s=(?:%1$s|\"(?:[\\t !#-\\[\\]-~]|\\\\[\\t -~])*+\"))?+)*+"
          .formatted(TOKEN));
  private static final Pattern SHA2 =
      Pattern.compile("[0-9a-fA-F]{64}|[0-9a-fA-F]{96}|[0-9a-fA-F]{128}|[0-9a-fA-F]{56}");
  private static final int MAX_MEDIA_TYPE = 1_000;

  private final Tokens in;
  private final Values values;

  AttachmentReader(Tokens in, Values values) {
    this.in = in;
    this.values = values;
  }

  @Nullable
  Attachment attachment() {
    if (!in.openObject()) return null;
    Fields fields = new Fields();
    while (in.nextProperty()) {
      switch (in.name()) {
        case "usageType" -> fields.usageType = fields.seen(1, values.iri());
        case "display" -> fields.display(values.languageMap());
        case "description" -> fields.description = values.languageMap();
        case "contentType" -> fields.contentType = fields.seen(4, mediaType());
        case "length" -> fields.length = fields.seen(8, length());
        case "sha2" -> fields.sha2 = fields.seen(16, sha2());
        case "fileUrl" -> fields.fileUrl = values.iri();
        default -> in.unknown();
      }
    }
    return fields.attachment();
  }

  private @Nullable String mediaType() {
    String text = in.string();
    if (text == null
        || text.length() <= MAX_MEDIA_TYPE && MEDIA_TYPE.matcher(text).matches()) return text;
    in.report(Rule.MEDIA_TYPE, Tokens.quote(text) + " is not a media type");
    return null;
  }

  private @Nullable Long length() {
    if (!in.is(JsonToken.VALUE_NUMBER_INT)) {
      in.wrongType("a whole number");
      return null;
    }
    if (in.parser().getString().length() <= 18 && in.parser().getLongValue() >= 0) {
      return in.parser().getLongValue();
    }
    in.report(Rule.LENGTH, in.parser().getString() + " is not a number of bytes");
    return null;
  }

  private @Nullable String sha2() {
    String text = in.string();
    if (text == null || SHA2.matcher(text).matches()) return text;
    in.report(Rule.SHA2, Tokens.quote(text) + " is not a SHA-2 in hexadecimal");
    return null;
  }

  /** The properties so far. */
  private final class Fields {
    private int seen;
    private @Nullable Iri usageType;
    private LanguageMap display = LanguageMap.NONE;
    private LanguageMap description = LanguageMap.NONE;
    private @Nullable String contentType;
    private @Nullable Long length;
    private @Nullable String sha2;
    private @Nullable Iri fileUrl;

    <T> @Nullable T seen(int bit, @Nullable T value) {
      seen |= bit;
      return value;
    }

    void display(LanguageMap value) {
      seen |= 2;
      display = value;
    }

    @Nullable
    Attachment attachment() {
      require(1, "usageType");
      require(2, "display");
      require(4, "contentType");
      require(8, "length");
      require(16, "sha2");
      if (usageType == null || contentType == null || length == null || sha2 == null) return null;
      return new Attachment(usageType, display, description, contentType, length, sha2, fileUrl);
    }

    private void require(int bit, String property) {
      if ((seen & bit) == 0) in.report(Rule.MISSING, "an attachment has the property " + property);
    }
  }
}
