package org.lmskit.scorm.manifest.bind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The namespace declarations in force. Done here and not by the parser, so that a prefix which nobody
 * declared can be repaired at its line instead of ending the reading.
 */
final class NamespaceScope {
  private record Declaration(int depth, String prefix, String namespace) {}

  private final List<Declaration> declarations = new ArrayList<>();
  private final Map<String, Vocabulary> vocabularies = new HashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();
  private int depth;

  NamespaceScope() {
    declarations.add(new Declaration(0, "xml", "http://www.w3.org/XML/1998/namespace"));
  }

  /** Enters the element at which the reader stands. */
  void enter(XMLStreamReader reader) {
    depth++;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String name = reader.getAttributeLocalName(i);
      boolean prefixed = "xmlns".equals(reader.getAttributePrefix(i));
      if (prefixed || name.equals("xmlns")) {
        String namespace = reader.getAttributeValue(i).strip();
        declarations.add(new Declaration(depth, prefixed ? name : "", namespace));
        seen.add(namespace);
      }
    }
  }

  void leave() {
    while (declarations.get(declarations.size() - 1).depth() == depth) {
      declarations.remove(declarations.size() - 1);
    }
    depth--;
  }

  /** The namespace of a prefix, or null if it is not declared here. */
  @Nullable
  String namespace(String prefix) {
    for (int i = declarations.size() - 1; i >= 0; i--) {
      if (declarations.get(i).prefix().equals(prefix)) {
        return declarations.get(i).namespace();
      }
    }
    return null;
  }

  Vocabulary vocabulary(String namespace) {
    return vocabularies.computeIfAbsent(namespace, Vocabulary::of);
  }

  /** All namespaces that were declared anywhere so far. */
  Set<String> seen() {
    return seen;
  }
}
