package org.lmskit.internal.json;

import org.jspecify.annotations.Nullable;

/** How values of one type stand in canonical text. */
interface Form {
  /** The form of a type that is not known here. */
  Form UNKNOWN = in -> null;

  /** The value that comes next; null if only a parser can tell, wherever the text is then. */
  @Nullable
  Object read(Text in);
}
