/** One class per command. */
package org.lmskit.examples.cli;
