package org.lmskit.viewing;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.lmskit.catalog.UnitContent;
import org.lmskit.content.Blob;

/** Makes the contents of units that are looked at. */
public final class Viewable {
  static final String LENGTH = "length";
  static final String MEDIA_TYPE = "mediaType";

  /** Pages are measured in thousandths of their height. */
  public static final long PAGE_LENGTH = 1_000;

  private Viewable() {}

  /**
   * A document.
   *
   * @param file its bytes, put into the content store before
   * @param mediaType such as {@code application/pdf}
   * @param pages how many there are; what is seen is counted in pages
   */
  public static UnitContent document(Blob file, String mediaType, int pages, ViewingRule rule) {
    return file("document", file, mediaType, pages, rule);
  }

  /**
   * A video or a recording.
   *
   * @param file its bytes, put into the content store before
   * @param mediaType such as {@code video/mp4}
   * @param length its playing time; what is seen is counted in milliseconds of it
   */
  public static UnitContent video(Blob file, String mediaType, Duration length, ViewingRule rule) {
    return file("video", file, mediaType, length.toMillis(), rule);
  }

  /**
   * A video that somebody else serves.
   *
   * @param address of its player or file
   * @param length its playing time; what is seen is counted in milliseconds of it
   */
  public static UnitContent video(URI address, Duration length, ViewingRule rule) {
    return rule.applyTo(UnitContent.of("video", address.toString())
        .with(LENGTH, String.valueOf(positive(length.toMillis()))));
  }

  /**
   * A page of HTML; what is seen is counted in thousandths of its height.
   *
   * @param file its bytes, put into the content store before
   */
  public static UnitContent page(Blob file, ViewingRule rule) {
    return file("page", file, "text/html", PAGE_LENGTH, rule);
  }

  /**
   * A place elsewhere. How much of it is seen cannot be known.
   *
   * @throws IllegalArgumentException if the rule asks for a share
   */
  public static UnitContent link(URI address, ViewingRule rule) {
    if (rule.share().signum() > 0) {
      throw new IllegalArgumentException("nobody knows how much of " + address + " was seen");
    }
    return rule.applyTo(UnitContent.of("link", address.toString()));
  }

  private static UnitContent file(
      String type, Blob file, String mediaType, long length, ViewingRule rule) {
    String hash = file.hash().hex();
    UnitContent content = new UnitContent(type, hash, Map.of(), List.of(file.hash()));
    return rule.applyTo(
        content.with(MEDIA_TYPE, mediaType).with(LENGTH, String.valueOf(positive(length))));
  }

  private static long positive(long length) {
    if (length < 1) {
      throw new IllegalArgumentException("a length of " + length);
    }
    return length;
  }
}
