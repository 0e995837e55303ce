package org.lmskit.internal.json;

import org.jspecify.annotations.Nullable;

/** How values of one type stand in canonical text. */
interface Form {
  /** The form of a type that is not known here. */
  Form UNKNOWN = new Form() {
    @Override
    public @Nullable Object read(Text in) {
      return null;
    }

    @Override
    public boolean write(Object value, Out out) {
      return false;
    }
  };

  /** The value that comes next; null if only a parser can tell, wherever the text is then. */
  @Nullable
  Object read(Text in);

  /** Appends the text of a value; false if that is a generator's, whatever was appended then. */
  boolean write(Object value, Out out);
}
