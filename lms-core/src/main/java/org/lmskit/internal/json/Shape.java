package org.lmskit.internal.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the types themselves say of their text: wrappers of one value, and families of records. */
public final class Shape {
  /** The member that names a record of a family. */
  public static final String TYPE = "type";

  private Shape() {}

  /** Whether a record is written as the one value that it holds. */
  public static boolean isWrapper(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && (type.getRecordComponents()[0].getName().equals("value")
            || type.getRecordComponents()[0].getName().equals("hex"));
  }

  /**
   * Whether a type is an interface whose records are written with their name.
   *
   * @param families what open interfaces are known to be implemented by
   */
  public static boolean isFamily(Class<?> type, List<Class<?>> families) {
    boolean isOpenRoot = type.isInterface()
        && !type.isSealed()
        && families.stream().anyMatch(type::isAssignableFrom);
    return type.isInterface() && (type.isSealed() || isOpenRoot);
  }

  /** The records of a family; their simple names are those in the text. */
  public static List<Class<?>> members(Class<?> family, List<Class<?>> families) {
    List<Class<?>> members = new ArrayList<>();
    (family.isSealed() ? Arrays.asList(family.getPermittedSubclasses()) : families)
        .forEach(member -> addMembers(member, members));
    return members;
  }

  private static void addMembers(Class<?> type, List<Class<?>> members) {
    if (type.isRecord()) {
      members.add(type);
      return;
    }
    Arrays.stream(type.getPermittedSubclasses()).forEach(next -> addMembers(next, members));
  }
}
