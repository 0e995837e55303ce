package org.lmskit.xapi.lrs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.AttachmentPart;

/** Stored attachments on their way into another store: each is opened when its turn comes. */
final class OpenedParts implements Iterator<AttachmentPart>, AutoCloseable {
  private final Iterator<AttachmentContent> contents;
  private @Nullable InputStream opened;

  OpenedParts(List<AttachmentContent> contents) {
    this.contents = contents.iterator();
  }

  @Override
  public boolean hasNext() {
    return contents.hasNext();
  }

  @Override
  public AttachmentPart next() {
    close();
    AttachmentContent content = contents.next();
    InputStream bytes = content.open();
    opened = bytes;
    return new AttachmentPart(content.sha2(), content.contentType(), bytes);
  }

  @Override
  public void close() {
    InputStream last = opened;
    opened = null;
    if (last == null) {
      return;
    }
    try {
      last.close();
    } catch (IOException e) {
      throw new StoreFailureException("an attachment cannot be closed", e);
    }
  }
}
