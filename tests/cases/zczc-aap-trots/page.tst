ZCZC
#Lomond Trot
:VIC TAB DIVS 1-2 Monday
LOMOND TROT
VIC TAB DIVS FOR $1.00
    Race 1: 2 7 5. Win $4.10 place $1.90 $2.20 $5.50. Q: $9.30. E: $17.80. T: $66.20. First 4: $240.10. Sub: 1. Scr: 8.
    Race 2: 9 1 6. Win $1.80 place $1.10 $2.60 $3.40. Q: $5.70. E: $8.90. T: $31.40. First 4: $98.60. Sub: 4. Scr: 3.
AAP RESULTS
NNNN