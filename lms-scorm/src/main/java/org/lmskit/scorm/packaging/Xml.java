package org.lmskit.scorm.packaging;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes indented UTF-8; names carry their prefixes. */
final class Xml {
  private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

  private final XMLStreamWriter out;
  private final Deque<Boolean> hasChildren = new ArrayDeque<>();

  Xml(OutputStream stream) throws XMLStreamException {
    out = FACTORY.createXMLStreamWriter(stream, StandardCharsets.UTF_8.name());
    out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
  }

  void open(String name) throws XMLStreamException {
    if (!hasChildren.isEmpty()) {
      hasChildren.pop();
      hasChildren.push(true);
    }
    indent();
    out.writeStartElement(name);
    hasChildren.push(false);
  }

  void close() throws XMLStreamException {
    if (hasChildren.pop()) {
      indent();
    }
    out.writeEndElement();
  }

  /** Writes the attribute unless it is empty. */
  void attribute(String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      out.writeAttribute(name, value);
    }
  }

  /** Writes the attribute unless it has its default. */
  void flag(String name, boolean value, boolean otherwise) throws XMLStreamException {
    if (value != otherwise) {
      out.writeAttribute(name, String.valueOf(value));
    }
  }

  void characters(String text) throws XMLStreamException {
    String[] lines = text.split("\r", -1);
    out.writeCharacters(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      out.writeEntityRef("#13"); // XML 1.0 2.11: a reader takes a bare one for the end of a line
      out.writeCharacters(lines[i]);
    }
  }

  void text(String name, String text) throws XMLStreamException {
    open(name);
    characters(text);
    close();
  }

  void finish() throws XMLStreamException {
    out.writeCharacters("\n");
    out.writeEndDocument();
    out.close();
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
  }
}
