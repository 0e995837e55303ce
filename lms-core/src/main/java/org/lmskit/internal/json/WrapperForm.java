package org.lmskit.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A record that stands in text as the one value that it holds. */
record WrapperForm(Constructor<?> constructor, Method accessor, Form inside) implements Form {
  @Override
  public @Nullable Object read(Text in) {
    Object value = inside.read(in);
    return value == null ? null : Access.create(constructor, value);
  }

  @Override
  public boolean write(Object value, Out out) {
    try {
      @Nullable Object held = accessor.invoke(value);
      return held != null && inside.write(held, out);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
