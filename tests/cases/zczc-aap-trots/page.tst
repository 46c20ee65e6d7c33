ZCZC
#Lomond Trot
:VIC TAB DIVS 1-2 Monday
LOMOND TROT
VIC TAB DIVS FOR $1.00
    Race 1: 6 10 9. Win $3.80 place $2.00 $3.10 $2.70. Q: $4.10. E: $10.50. T: $43.40. First 4: $132.90. Sub: 2. Scr: 5.
    Race 2: 3 4 1. Win $2.50 place $1.40 $3.00 $6.20. Q: $11.10. E: $19.30. T: $251.70. First 4: $1,624.90. Sub: 3. Scr: 2.
AAP RESULTS
NNNN