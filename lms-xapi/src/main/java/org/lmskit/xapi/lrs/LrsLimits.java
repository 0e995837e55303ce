package org.lmskit.xapi.lrs;

/**
 * How much an LRS takes and gives at once.
 *
 * @param page statements on a page when nobody asks for a number, 1 or more
 * @param largestPage the most statements on a page, whatever is asked for; not below {@code page}
 * @param batch the most statements stored at once, 1 or more
 * @param attachment the largest attachment, in bytes
 * @param document the largest document, in bytes
 * @param inlineDocument a larger document goes to the content store instead of its record, in bytes
 */
public record LrsLimits(
    int page, int largestPage, int batch, long attachment, int document, int inlineDocument) {
  /** 100 and 500 statements a page, batches of 10,000, attachments of 2 GiB, documents of 16 MiB. */
  public static final LrsLimits DEFAULT =
      new LrsLimits(100, 500, 10_000, 2L << 30, 16 << 20, 16 << 10);

  /** @throws IllegalArgumentException if a limit is out of its range */
  public LrsLimits {
    if (page < 1 || largestPage < page) {
      throw new IllegalArgumentException("pages of " + page + ", at most " + largestPage);
    }
    if (batch < 1 || attachment < 0 || document < 0 || inlineDocument < 0) {
      throw new IllegalArgumentException("a negative limit, or batches of " + batch);
    }
  }

  /** Other pages. */
  public LrsLimits withPages(int usual, int largest) {
    return new LrsLimits(usual, largest, batch, attachment, document, inlineDocument);
  }

  /** Another largest batch. */
  public LrsLimits withBatch(int statements) {
    return new LrsLimits(page, largestPage, statements, attachment, document, inlineDocument);
  }

  /** Another largest attachment. */
  public LrsLimits withAttachment(long bytes) {
    return new LrsLimits(page, largestPage, batch, bytes, document, inlineDocument);
  }

  /** Other limits of documents. */
  public LrsLimits withDocument(int bytes, int inlineBytes) {
    return new LrsLimits(page, largestPage, batch, attachment, bytes, inlineBytes);
  }

  int pageFor(int asked) {
    return asked == 0 ? page : Math.min(asked, largestPage);
  }
}
