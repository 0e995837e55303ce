package org.lmskit.scorm.manifest.bind;

import static org.lmskit.scorm.finding.ScormFinding.SCORM_TYPE_CASE;
import static org.lmskit.scorm.finding.ScormFinding.XML_NAMESPACE_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.XML_NAMESPACE_ODD;
import static org.lmskit.scorm.finding.ScormFinding.XML_PREFIX_REPAIRED;
import static org.lmskit.scorm.finding.ScormFinding.XML_PREFIX_UNKNOWN;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.finding.Findings;
import org.xml.sax.helpers.AttributesImpl;

/** Decides by namespace, prefix and name what an element or attribute is bound as. */
final class ElementNames {
  private static final Vocabulary[] ALL = Vocabulary.values();

  private final String file;
  private final Findings findings;
  private final NamespaceScope scope = new NamespaceScope();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<String> reportedPrefixes = new HashSet<>();
  private @Nullable String rootNamespace;
  private boolean adl12Used;
  private boolean adl2004Used;

  ElementNames(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** The bound name of the element at which the reader stands, or empty if it is not known. */
  String enter(XMLStreamReader reader, int line, AttributesImpl attributes, boolean inMetadata) {
    scope.enter(reader);
    attributes.clear();
    String qualified = reader.getLocalName();
    String local = local(qualified);
    String name = inMetadata
        ? metadataNode(reader, local, attributes)
        : known(reader, prefix(qualified), local, line, attributes);
    open.push(name);
    return name;
  }

  /** Leaves the innermost element, whose bound name it gives. */
  String leave() {
    scope.leave();
    return open.pop();
  }

  NamespacesSeen seen() {
    return new NamespacesSeen(
        rootNamespace == null ? "" : rootNamespace,
        Set.copyOf(scope.seen()),
        adl12Used,
        adl2004Used);
  }

  private String metadataNode(XMLStreamReader reader, String local, AttributesImpl attributes) {
    attributes.addAttribute("", "name", "name", "CDATA", local);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = reader.getAttributeLocalName(i);
      if (attribute.equals("lang") || attribute.equals("language")) {
        attributes.addAttribute(
            "", "language", "language", "CDATA", reader.getAttributeValue(i).strip());
        break;
      }
    }
    return "n";
  }

  private String known(
      XMLStreamReader reader, String prefix, String local, int line, AttributesImpl attributes) {
    Vocabulary vocabulary = elementVocabulary(prefix, local, line);
    String name = vocabulary.element(local);
    if (name == null) {
      return "";
    }
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attribute(reader, i, vocabulary, line, attributes);
    }
    return vocabulary == Vocabulary.METADATA ? "lom" : name;
  }

  private Vocabulary elementVocabulary(String prefix, String local, int line) {
    String namespace = scope.namespace(prefix);
    if (rootNamespace == null) {
      return rootVocabulary(local, namespace == null ? "" : namespace, line);
    }
    if (namespace == null && !prefix.isEmpty()) {
      return undeclared(prefix, line);
    }
    if (namespace == null || namespace.isEmpty() || namespace.equals(rootNamespace)) {
      return byName(local);
    }
    return use(scope.vocabulary(namespace));
  }

  private Vocabulary rootVocabulary(String local, String namespace, int line) {
    rootNamespace = namespace;
    if (Vocabulary.METADATA.element(local) != null) {
      return Vocabulary.METADATA;
    }
    if (namespace.isEmpty()) {
      findings.add(XML_NAMESPACE_MISSING, file + ":" + line);
    } else if (scope.vocabulary(namespace) != Vocabulary.CONTENT) {
      findings.add(XML_NAMESPACE_ODD, file + ":" + line, namespace);
    }
    return Vocabulary.CONTENT;
  }

  /** In the manifest's own namespace, or in none, an element is what its name says. */
  private static Vocabulary byName(String local) {
    for (Vocabulary vocabulary : ALL) {
      if (vocabulary.element(local) != null) {
        return vocabulary;
      }
    }
    return Vocabulary.FOREIGN;
  }

  private Vocabulary undeclared(String prefix, int line) {
    Vocabulary usual = prefix.equalsIgnoreCase("adlcp") ? adlOfRoot() : Vocabulary.ofPrefix(prefix);
    if (reportedPrefixes.add(prefix)) {
      boolean known = usual != Vocabulary.FOREIGN;
      String place = file + ":" + line;
      if (known) {
        findings.add(XML_PREFIX_REPAIRED, place, prefix, usual.title());
      } else {
        findings.add(XML_PREFIX_UNKNOWN, place, prefix);
      }
    }
    return usual;
  }

  private void attribute(
      XMLStreamReader reader, int index, Vocabulary element, int line, AttributesImpl attributes) {
    // Without namespaces the JDK's reader still splits the names of attributes, unlike those of
    // elements.
    String prefix = Objects.requireNonNullElse(reader.getAttributePrefix(index), "");
    String local = reader.getAttributeLocalName(index);
    if (prefix.equals("xmlns") || prefix.equals("xsi") || local.equals("xmlns")) {
      return;
    }
    Vocabulary vocabulary = prefix.isEmpty() ? element : attributeVocabulary(prefix, line);
    String name = vocabulary.attribute(local);
    if (name == null && prefix.isEmpty() && element == Vocabulary.CONTENT) {
      vocabulary = adlOfRoot();
      name = unprefixed(local);
    }
    if (name == null || attributes.getIndex(name) >= 0) {
      return;
    }
    checkScormType(name, prefix, local, vocabulary, line);
    attributes.addAttribute("", name, name, "CDATA", reader.getAttributeValue(index));
  }

  /** Without a prefix only what content packaging itself cannot mean is taken for an extension. */
  private static @Nullable String unprefixed(String local) {
    String adl = Vocabulary.ADL_2004.attribute(local);
    return adl != null ? adl : Vocabulary.ADL_SEQUENCING.attribute(local);
  }

  private Vocabulary attributeVocabulary(String prefix, int line) {
    String namespace = scope.namespace(prefix);
    return namespace == null ? undeclared(prefix, line) : use(scope.vocabulary(namespace));
  }

  private void checkScormType(
      String name, String prefix, String local, Vocabulary vocabulary, int line) {
    if (!name.equals("scormType")) {
      return;
    }
    String right = vocabulary == Vocabulary.ADL_12 ? "scormtype" : "scormType";
    boolean isRight = local.equals(right) && !prefix.isEmpty();
    if (!isRight && !reportedPrefixes.contains(prefix)) {
      String written = prefix.isEmpty() ? local : prefix + ":" + local;
      findings.add(SCORM_TYPE_CASE, file + ":" + line, written, "adlcp:" + right);
    }
  }

  private Vocabulary adlOfRoot() {
    boolean isOld = rootNamespace != null && rootNamespace.contains("rootv1p1p2");
    return isOld ? Vocabulary.ADL_12 : Vocabulary.ADL_2004;
  }

  private Vocabulary use(Vocabulary vocabulary) {
    adl12Used |= vocabulary == Vocabulary.ADL_12;
    adl2004Used |= vocabulary == Vocabulary.ADL_2004;
    return vocabulary;
  }

  private static String prefix(String qualified) {
    int colon = qualified.indexOf(':');
    return colon < 0 ? "" : qualified.substring(0, colon);
  }

  private static String local(String qualified) {
    return qualified.substring(qualified.indexOf(':') + 1);
  }
}
