package org.lmskit.internal.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.ClassUtil;

/** The ways into records are the parser's: packages are open to it. */
final class Access {
  private Access() {}

  static Constructor<?> constructor(Class<?> type) {
    Class<?>[] parameters = Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getType)
        .toArray(Class<?>[]::new);
    try {
      return opened(type.getDeclaredConstructor(parameters));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " has no canonical constructor", e);
    }
  }

  static Method accessor(RecordComponent component) {
    return opened(component.getAccessor());
  }

  private static <M extends Member> M opened(M member) {
    ClassUtil.checkAndFixAccess(member, true);
    return member;
  }

  /** A new record; one that refuses its values is the parser's to report. */
  static @Nullable Object create(Constructor<?> constructor, @Nullable Object... values) {
    try {
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
