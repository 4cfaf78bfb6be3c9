/** Opens escalations, walks their chains and hands over: reads what happens to tickets, says so on {@code escalations}. */
package dev.signalbox.escalation;
