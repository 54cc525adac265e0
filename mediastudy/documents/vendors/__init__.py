"""What databases and agencies print: the records, labels and layouts that their readers share."""
