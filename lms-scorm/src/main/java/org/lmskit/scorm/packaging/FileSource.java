package org.lmskit.scorm.packaging;

import java.io.IOException;
import java.io.InputStream;

/** Where the content of a packaged file comes from. */
@FunctionalInterface
public interface FileSource {
  /** Opens the content from its start; the packager closes it. */
  InputStream open() throws IOException;
}
